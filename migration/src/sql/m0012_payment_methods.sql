-- Who a customer is to a gateway that keeps methods.
create table gateway_payer (
  organization_id uuid not null references organization (id),
  customer_id uuid not null,
  gateway text not null,
  -- The gateway's id.
  payer_id text not null,
  created_at bigint not null,
  primary key (organization_id, customer_id, gateway),
  foreign key (organization_id, customer_id) references customer (organization_id, id) on delete cascade
);

-- A card or an account that a gateway keeps for a customer. No number is here.
create table payment_method (
  organization_id uuid not null references organization (id),
  id uuid not null,
  customer_id uuid not null,
  gateway text not null,
  -- The gateway's id.
  gateway_method_id text not null,
  method text not null,
  brand text not null,
  last4 text not null,
  expiry jsonb,
  address jsonb,
  -- What the payer agreed to, for a bank debit.
  mandate jsonb,
  is_default boolean not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id) on delete cascade
);
create unique index payment_method_of_gateway on payment_method (organization_id, gateway, gateway_method_id);
create index payment_method_of_customer on payment_method (organization_id, customer_id, id);

-- Whether what the payer gives is kept; what was kept and is charged, which may be removed since; whether the payer is away.
alter table payment add column keep_method boolean not null default false;
alter table payment add column payment_method_id uuid;
alter table payment add column off_session boolean not null default false;
