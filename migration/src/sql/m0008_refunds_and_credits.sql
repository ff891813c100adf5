-- What was given back of a payment, and what is set aside for refunds whose outcome is open.
alter table payment add column refunded bigint not null default 0;
alter table payment add column refunding bigint not null default 0;

create table refund (
  organization_id uuid not null references organization (id),
  id uuid not null,
  payment_id uuid not null,
  customer_id uuid not null,
  date date not null,
  currency text not null,
  amount bigint not null,
  from_unused bigint not null,
  taken jsonb not null,
  reason text,
  mode text,
  reference text,
  gateway text,
  gateway_refund_id text,
  state text not null,
  failure text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, payment_id) references payment (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  check (amount > 0)
);
create unique index refund_at_gateway on refund (gateway, gateway_refund_id) where gateway_refund_id is not null;
create index refund_of_payment on refund (organization_id, payment_id, id);
create index refund_of_customer on refund (organization_id, customer_id, id);
create index refund_open on refund (created_at, id) where state in ('requested', 'pending');

-- Credit is applied, taken back and refunded by the payment that it came from.
create index credit_entry_of_invoice on credit_entry (organization_id, invoice_id, payment_id) where invoice_id is not null;
create index credit_entry_of_payment on credit_entry (organization_id, payment_id, id) where payment_id is not null;
