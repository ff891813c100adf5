-- Whether a code by mail comes before what a payment link shows.
alter table organization add column verify_public_links boolean not null default false;

-- A page for one payment, without sign-in. Without an invoice, the money becomes the customer's credit.
create table payment_link (
  organization_id uuid not null references organization (id),
  id uuid not null,
  token_hash text not null unique,
  customer_id uuid not null,
  invoice_id uuid,
  currency text not null,
  amount bigint not null,
  description text,
  state text not null,
  expires_at bigint not null,
  viewed_at bigint,
  created_by text,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);
create index payment_link_by_created_at on payment_link (organization_id, created_at, id);
create index payment_link_by_expires_at on payment_link (organization_id, expires_at, id);
create index payment_link_by_amount on payment_link (organization_id, amount, id);
create index payment_link_of_customer on payment_link (organization_id, customer_id, created_at, id);
create index payment_link_of_invoice on payment_link (organization_id, invoice_id);

-- The payments that were begun by a link.
create table payment_link_attempt (
  organization_id uuid not null references organization (id),
  payment_id uuid not null,
  link_id uuid not null,
  primary key (organization_id, payment_id),
  foreign key (organization_id, payment_id) references payment (organization_id, id),
  foreign key (organization_id, link_id) references payment_link (organization_id, id)
);
create index payment_link_attempt_of_link on payment_link_attempt (organization_id, link_id, payment_id);

-- Codes that were mailed for a link.
create table payment_link_code (
  organization_id uuid not null references organization (id),
  id uuid not null,
  link_id uuid not null,
  hash text not null,
  tries integer not null,
  used boolean not null,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, link_id) references payment_link (organization_id, id)
);
create index payment_link_code_of_link on payment_link_code (organization_id, link_id, created_at);
