-- Whether staff are told at all, and how.
alter table organization add column notify_staff_in_app boolean not null default true;
alter table organization add column notify_staff_by_email boolean not null default true;

-- The same for one kind of event; without a row it is on.
create table notification_rule (
  organization_id uuid not null references organization (id),
  kind text not null,
  in_app boolean not null,
  by_email boolean not null,
  primary key (organization_id, kind)
);

-- What one member wants of it; without a row, all of it.
create table notification_preference (
  organization_id uuid not null references organization (id),
  user_id uuid not null references staff_user (id),
  kind text not null,
  in_app boolean not null,
  by_email boolean not null,
  primary key (organization_id, user_id, kind)
);

-- The member who caused it, who is not told; and when it was written to the others by mail.
alter table notification add column caused_by uuid references staff_user (id);
alter table notification add column mailed_at bigint;

-- A list's filters under a name.
create table saved_view (
  organization_id uuid not null references organization (id),
  id uuid not null,
  user_id uuid not null references staff_user (id),
  list text not null,
  name text not null,
  filters jsonb not null,
  shared boolean not null,
  created_at bigint not null,
  primary key (organization_id, id),
  unique (organization_id, user_id, list, name)
);
create index saved_view_of_list on saved_view (organization_id, list, name, id);
