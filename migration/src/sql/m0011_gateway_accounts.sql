-- An organization's account with a payment provider. The sandbox needs none: without a row it is on.
create table gateway_account (
  organization_id uuid not null references organization (id),
  kind text not null,
  enabled boolean not null,
  test_mode boolean not null,
  -- What may be shown to payers' browsers: a publishable key, a client id.
  public_key text,
  -- The rest, encrypted.
  credentials text,
  -- Grows with every change of the credentials, so that clients made with the old ones are dropped.
  generation bigint not null,
  terms jsonb not null,
  checked_at bigint,
  check_failure text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, kind)
);

-- What of that customers are offered, beside the organization: kept with every change, so that no page has to ask again.
alter table organization add column gateways jsonb not null default '[]';
