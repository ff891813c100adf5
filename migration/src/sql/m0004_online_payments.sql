-- Bank debits, which take days; mandates; and the sandbox's clearing and webhooks.

alter table payment add column mandate jsonb;

-- While the gateway processes a payment of it. Begun attempts that still wait for their payer do not count.
alter table invoice add column payment_processing boolean not null default false;
update invoice set payment_processing = true where exists (
  select 1 from payment p where p.organization_id = invoice.organization_id and p.id = invoice.pending_payment_id and p.state = 'pending'
);

alter table organization add column block_when_pending boolean not null default true;

alter table sandbox_intent add column customer_reference text not null default '';
alter table sandbox_intent add column confirmed_at bigint;
alter table sandbox_intent add column settles_at bigint;
create index sandbox_intent_of_customer on sandbox_intent (customer_reference, confirmed_at);
create index sandbox_intent_due on sandbox_intent (settles_at) where settles_at is not null;

-- Webhooks that the sandbox sends until they are taken; send_at is null from then on.
create table sandbox_event (
  id text not null primary key,
  intent_id text not null references sandbox_intent (id),
  reference text not null,
  attempts integer not null,
  send_at bigint,
  created_at bigint not null
);
create index sandbox_event_waiting on sandbox_event (send_at) where send_at is not null;
