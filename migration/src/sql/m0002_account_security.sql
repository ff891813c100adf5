-- An authenticator app of a member of staff or of a portal identity; not in force before it is confirmed.
create table authenticator (
  subject_id uuid not null primary key,
  sealed_secret text not null,
  last_step bigint not null,
  created_at bigint not null,
  confirmed_at bigint
);

create table recovery_code (
  subject_id uuid not null references authenticator (subject_id),
  hash text not null,
  used_at bigint,
  primary key (subject_id, hash)
);

alter table organization add column staff_mfa_required boolean not null default false;
alter table organization add column portal_mfa_required boolean not null default false;
