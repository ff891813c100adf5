-- Accounts to which customers transfer money: one for each currency, and one for every other.
create table bank_account (
  organization_id uuid not null references organization (id),
  id uuid not null,
  currency text,
  holder text not null,
  iban text,
  bic text,
  account_number text,
  routing_number text,
  bank_name text not null,
  note text,
  created_at bigint not null,
  primary key (organization_id, id)
);
create unique index bank_account_of_currency on bank_account (organization_id, coalesce(currency, ''));

-- A customer's word that an invoice was paid by transfer, until the money is recorded or staff dismiss it.
create table transfer_notice (
  organization_id uuid not null references organization (id),
  invoice_id uuid not null,
  transferred_on date not null,
  told_by text,
  created_at bigint not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);

-- When a gateway was last asked about a payment, and what it said.
create table payment_check (
  organization_id uuid not null references organization (id),
  payment_id uuid not null,
  checked_at bigint not null,
  -- The gateway's last word; null if it never answered.
  answer text,
  -- Since when it does not answer, and what went wrong last.
  unanswered_since bigint,
  error text,
  -- What it took, if that is not what it was asked for.
  difference jsonb,
  primary key (organization_id, payment_id),
  foreign key (organization_id, payment_id) references payment (organization_id, id)
);
