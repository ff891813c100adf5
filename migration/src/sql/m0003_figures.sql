-- What is open and what came in, counted by day where it happens, so that no page adds up documents.

-- An organization's figures: `due` by due date, `received` by the payment's date.
create table organization_figure (
  organization_id uuid not null references organization (id),
  figure text not null check (figure in ('due', 'received')),
  currency text not null,
  day date not null,
  amount bigint not null,
  count bigint not null,
  primary key (organization_id, figure, currency, day)
);

-- A customer's open invoices, by due date.
create table customer_due (
  organization_id uuid not null references organization (id),
  customer_id uuid not null,
  currency text not null,
  day date not null,
  amount bigint not null,
  count bigint not null,
  primary key (organization_id, customer_id, currency, day),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);

insert into customer_due (organization_id, customer_id, currency, day, amount, count)
select organization_id, customer_id, currency, due_date, cast(sum(balance) as bigint), count(*)
from invoice where state = 'sent' and balance <> 0
group by organization_id, customer_id, currency, due_date;

insert into organization_figure (organization_id, figure, currency, day, amount, count)
select organization_id, 'due', currency, day, cast(sum(amount) as bigint), cast(sum(count) as bigint)
from customer_due group by organization_id, currency, day;

insert into organization_figure (organization_id, figure, currency, day, amount, count)
select organization_id, 'received', currency, date, cast(sum(amount) as bigint), count(*)
from payment where state = 'succeeded' group by organization_id, currency, date;

drop index invoice_open_sum;
drop index invoice_of_customer_open_sum;
drop index payment_received;
