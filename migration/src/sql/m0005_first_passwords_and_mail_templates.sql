-- A password that staff set for an invitation rests on the invitation's token: what voids the one voids the other.
alter table one_time_token add column email text;
alter table one_time_token add column password_hash text;
create index one_time_token_by_email on one_time_token (organization_id, email);

alter table contact_person add column invited_with_password boolean not null default false;

-- The password that staff had set and that let the person in; while it is there, another has to be chosen.
alter table portal_identity add column first_password_hash text;

-- Bodies may hold secrets: those that were never sent are erased once the invitation in them has ended.
create index mail_by_body on mail (created_at) where sealed_body is not null;

-- An organization's own words for a kind of mail in a language. Without them the built-in ones are used; the row
-- stays when they are taken back, so that its version never repeats.
create table mail_template (
  organization_id uuid not null references organization (id),
  kind text not null,
  language text not null,
  version bigint not null,
  subject text,
  body text,
  updated_by text,
  updated_at bigint not null,
  primary key (organization_id, kind, language)
);
