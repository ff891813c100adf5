-- When it was first heard that a payer disputes a payment, or that the payer's bank returned it.
alter table payment add column disputed_at bigint;
