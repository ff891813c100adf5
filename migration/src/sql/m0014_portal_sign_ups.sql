-- Whether people sign up to the portal by themselves.
alter table organization add column allow_signup boolean not null default false;

-- Who signs up is looked for by address.
create index contact_person_by_email on contact_person (organization_id, lower(email));

-- How many mails of a kind there were lately: nobody writes to strangers by asking to sign up.
create index mail_of_kind on mail (organization_id, kind, created_at);

-- Somebody unknown who has verified an address and asks to be let in.
create table portal_sign_up (
  organization_id uuid not null references organization (id),
  id uuid not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  company_name text,
  message text,
  status text not null,
  customer_id uuid,
  created_at bigint not null,
  decided_at bigint,
  decided_by text,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id) on delete cascade
);
create unique index portal_sign_up_waiting on portal_sign_up (organization_id, email) where status = 'waiting';
create index portal_sign_up_by_created_at on portal_sign_up (organization_id, created_at, id);
create index portal_sign_up_by_email on portal_sign_up (organization_id, email);
create index portal_sign_up_of_customer on portal_sign_up (organization_id, customer_id);
