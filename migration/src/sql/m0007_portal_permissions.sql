-- The portal's preferences, and which modules people may use for what; an empty table means the defaults.
alter table organization add column allow_edit_details boolean not null default true;
alter table organization add column allow_bulk_payment boolean not null default true;
alter table organization add column auto_invite_new_customers boolean not null default false;
alter table organization add column portal_modules jsonb not null default '[]';

-- What one person is held to beyond that.
alter table contact_person add column portal_modules jsonb;
alter table contact_person add column version bigint not null default 1;

alter table customer add column company_phone text;
alter table customer add column website text;

-- An address that somebody wants to sign in with and has not verified yet.
alter table portal_identity add column pending_email text;
alter table portal_identity add column email_asked_at bigint;
