-- One text for SQLite and PostgreSQL. Instants are milliseconds since the epoch, money is minor units,
-- rates and quantities are millionths. Every tenant table has the key (organization_id, id) and every
-- reference between tenant tables carries the organization, so that a cross-tenant reference is an error.

-- Installation-wide -------------------------------------------------------------------------------

create table organization (
  id uuid not null primary key,
  version bigint not null,
  name text not null,
  portal_name text not null unique,
  portal_enabled boolean not null,
  address jsonb not null,
  email text,
  phone text,
  website text,
  tax_registration text,
  base_currency text not null,
  time_zone text not null,
  fiscal_year_start_month integer not null,
  date_format text not null,
  language text not null,
  accent_colour text not null,
  banner_message text,
  number_drafts boolean not null,
  rounding text not null,
  round_total boolean not null,
  prices_include_tax boolean not null,
  allow_partial_payments boolean not null,
  payment_terms_days integer not null,
  payment_instructions text,
  invoice_notes text,
  invoice_terms text,
  logo_key text,
  created_at bigint not null
);

-- A portal name is never given to a second organization, even after it was released.
create table portal_name (
  name text not null primary key,
  organization_id uuid not null references organization (id),
  claimed_at bigint not null
);

create table staff_user (
  id uuid not null primary key,
  email text not null unique,
  name text not null,
  password_hash text not null,
  last_sign_in_at bigint,
  created_at bigint not null
);

create table membership (
  id uuid not null primary key,
  organization_id uuid not null references organization (id),
  user_id uuid references staff_user (id),
  email text not null,
  name text not null,
  role text not null,
  status text not null,
  invited_at bigint,
  created_at bigint not null,
  unique (organization_id, email)
);
create index membership_by_user on membership (user_id);

-- A signed-in person, staff or portal. The refresh tokens of one session form its family.
create table session (
  id uuid not null primary key,
  audience text not null,
  organization_id uuid not null references organization (id),
  user_id uuid references staff_user (id),
  identity_id uuid,
  person_id uuid,
  customer_id uuid,
  user_agent text,
  address text,
  created_at bigint not null,
  last_used_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index session_by_user on session (user_id);
create index session_by_identity on session (organization_id, identity_id);

create table refresh_token (
  hash text not null primary key,
  session_id uuid not null references session (id),
  created_at bigint not null,
  used_at bigint
);
create index refresh_token_by_session on refresh_token (session_id);

-- Invitation and reset tokens; only the hash is kept.
create table one_time_token (
  hash text not null primary key,
  kind text not null,
  organization_id uuid not null references organization (id),
  subject_id uuid not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  voided_at bigint
);
create index one_time_token_by_subject on one_time_token (organization_id, subject_id);

create table sign_in_throttle (
  subject text not null primary key,
  failures integer not null,
  blocked_until bigint not null,
  updated_at bigint not null
);

create table job (
  id uuid not null primary key,
  kind text not null,
  organization_id uuid references organization (id),
  payload jsonb not null,
  dedupe_key text unique,
  state text not null,
  run_at bigint not null,
  attempts integer not null,
  lease_until bigint,
  lease_owner uuid,
  last_error text,
  created_at bigint not null,
  finished_at bigint
);
create index job_due on job (run_at, id) where state in ('queued', 'running');

create table idempotency (
  principal text not null,
  key text not null,
  operation text not null,
  digest text not null,
  resource_id uuid not null,
  created_at bigint not null,
  primary key (principal, key)
);
create index idempotency_by_age on idempotency (created_at);

-- The sandbox gateway's own books: to Portico it is somebody else's server.
create table sandbox_intent (
  id text not null primary key,
  idempotency_key text not null unique,
  client_secret text not null unique,
  version bigint not null,
  body jsonb not null,
  created_at bigint not null
);

-- The development mailbox: mails that would have been sent.
create table dev_mail (
  id uuid not null primary key,
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  attachments jsonb not null,
  created_at bigint not null
);

-- Settings ----------------------------------------------------------------------------------------

create table number_series (
  organization_id uuid not null references organization (id),
  document_type text not null,
  prefix text not null,
  next_number bigint not null,
  padding integer not null,
  primary key (organization_id, document_type)
);

create table tax_authority (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null,
  registration_number text,
  created_at bigint not null,
  primary key (organization_id, id)
);

create table tax_exemption (
  organization_id uuid not null references organization (id),
  id uuid not null,
  code text not null,
  description text,
  kind text not null,
  created_at bigint not null,
  primary key (organization_id, id)
);

create table tax (
  organization_id uuid not null references organization (id),
  id uuid not null,
  version bigint not null,
  name text not null,
  rate bigint not null,
  compound boolean not null,
  authority_id uuid,
  is_default boolean not null,
  active boolean not null,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, authority_id) references tax_authority (organization_id, id)
);

create table tax_group (
  organization_id uuid not null references organization (id),
  id uuid not null,
  version bigint not null,
  name text not null,
  active boolean not null,
  created_at bigint not null,
  primary key (organization_id, id)
);

create table tax_group_member (
  organization_id uuid not null references organization (id),
  tax_group_id uuid not null,
  tax_id uuid not null,
  position integer not null,
  primary key (organization_id, tax_group_id, tax_id),
  foreign key (organization_id, tax_group_id) references tax_group (organization_id, id),
  foreign key (organization_id, tax_id) references tax (organization_id, id)
);

create table item (
  organization_id uuid not null references organization (id),
  id uuid not null,
  version bigint not null,
  name text not null,
  description text,
  sku text,
  unit text,
  rate bigint not null,
  currency text not null,
  tax_id uuid,
  search text not null,
  active boolean not null,
  created_at bigint not null,
  primary key (organization_id, id)
);
create index item_by_name on item (organization_id, name, id);
create unique index item_by_sku on item (organization_id, sku) where sku is not null;

-- Customers ---------------------------------------------------------------------------------------

create table customer (
  organization_id uuid not null references organization (id),
  id uuid not null,
  version bigint not null,
  kind text not null,
  display_name text not null,
  company_name text,
  email text,
  phone text,
  currency text not null,
  payment_terms_days integer not null,
  language text,
  tax_treatment text not null,
  tax_id text,
  tax_exemption_id uuid,
  billing_address jsonb not null,
  shipping_address jsonb not null,
  notes text,
  allow_bank_debit boolean not null,
  opening_balance bigint not null,
  credit_limit bigint,
  portal_status text not null,
  search text not null,
  active boolean not null,
  outstanding bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, tax_exemption_id) references tax_exemption (organization_id, id)
);
create index customer_by_name on customer (organization_id, display_name, id);
create index customer_by_age on customer (organization_id, created_at, id);
create index customer_by_outstanding on customer (organization_id, outstanding, id);

-- Who signs in at one organization's portal: one per e-mail address; contact persons are its memberships.
create table portal_identity (
  organization_id uuid not null references organization (id),
  id uuid not null,
  email text not null,
  password_hash text not null,
  last_sign_in_at bigint,
  created_at bigint not null,
  primary key (organization_id, id),
  unique (organization_id, email)
);

create table contact_person (
  organization_id uuid not null references organization (id),
  id uuid not null,
  customer_id uuid not null,
  identity_id uuid,
  salutation text,
  first_name text not null,
  last_name text not null,
  email text,
  phone text,
  designation text,
  department text,
  is_primary boolean not null,
  portal_status text not null,
  invited_at bigint,
  invited_by text,
  invitation_expires_at bigint,
  accepted_at bigint,
  last_sign_in_at bigint,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, identity_id) references portal_identity (organization_id, id)
);
create index contact_person_by_customer on contact_person (organization_id, customer_id, id);
create index contact_person_by_identity on contact_person (organization_id, identity_id);
create unique index contact_person_primary on contact_person (organization_id, customer_id) where is_primary;

-- What a customer owes and is owed, per currency; kept in the transaction of every movement.
create table customer_balance (
  organization_id uuid not null references organization (id),
  customer_id uuid not null,
  currency text not null,
  outstanding bigint not null,
  credit bigint not null,
  primary key (organization_id, customer_id, currency),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);

-- Invoices ----------------------------------------------------------------------------------------

create table invoice (
  organization_id uuid not null references organization (id),
  id uuid not null,
  version bigint not null,
  customer_id uuid not null,
  -- As the document names the customer; a later change of the customer's name leaves it alone.
  customer_name text not null,
  state text not null,
  number text,
  -- Prefix and zero-padded sequence, so that lists sort by series and number; empty until numbered.
  number_key text not null,
  reference text,
  date date not null,
  due_date date not null,
  currency text not null,
  exchange_rate bigint not null,
  prices_include_tax boolean not null,
  discount jsonb,
  discount_timing text not null,
  shipping jsonb,
  adjustment jsonb,
  rounding text not null,
  round_total boolean not null,
  totals jsonb not null,
  total bigint not null,
  balance bigint not null,
  credits_applied bigint not null,
  notes text,
  terms text,
  allow_partial_payments boolean not null,
  gateways jsonb not null,
  billing_address jsonb not null,
  search text not null,
  pending_payment_id uuid,
  sent_at bigint,
  viewed_at bigint,
  viewed_by text,
  void_reason text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create unique index invoice_number on invoice (organization_id, number) where number is not null;
create index invoice_by_date on invoice (organization_id, date, id);
create index invoice_by_due_date on invoice (organization_id, due_date, id);
create index invoice_by_number on invoice (organization_id, number_key, id);
create index invoice_by_total on invoice (organization_id, total, id);
create index invoice_by_balance on invoice (organization_id, balance, id);
create index invoice_of_customer on invoice (organization_id, customer_id, date, id);
create index invoice_of_customer_by_due_date on invoice (organization_id, customer_id, due_date, id);
create index invoice_of_customer_by_number on invoice (organization_id, customer_id, number_key, id);
create index invoice_of_customer_by_total on invoice (organization_id, customer_id, total, id);
create index invoice_of_customer_by_balance on invoice (organization_id, customer_id, balance, id);
-- Open invoices in the order in which they fall due, and once more to sum them up: from the index alone, and in
-- an order that makes both databases choose it without statistics.
create index invoice_open on invoice (organization_id, due_date, id) where state = 'sent' and balance <> 0;
create index invoice_open_sum on invoice (organization_id, currency, due_date, balance) where state = 'sent' and balance <> 0;
create index invoice_of_customer_open on invoice (organization_id, customer_id, due_date, id) where state = 'sent' and balance <> 0;
create index invoice_of_customer_open_sum on invoice (organization_id, customer_id, currency, due_date, balance) where state = 'sent' and balance <> 0;
-- Few among many: a list of them would otherwise read all invoices.
create index invoice_draft on invoice (organization_id, date, id) where state = 'draft';
create index invoice_void on invoice (organization_id, date, id) where state = 'void';
create index invoice_pending on invoice (organization_id, pending_payment_id) where pending_payment_id is not null;

create table invoice_line (
  organization_id uuid not null references organization (id),
  id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  item_id uuid,
  name text not null,
  description text,
  quantity bigint not null,
  unit text,
  rate bigint not null,
  discount jsonb,
  -- A tax or a tax group, as the writer named it; `taxes` is what it was then.
  tax_ref text,
  tax_name text,
  taxes jsonb not null,
  amount bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id),
  foreign key (organization_id, item_id) references item (organization_id, id)
);
create index invoice_line_of_invoice on invoice_line (organization_id, invoice_id, position);

-- Payments ----------------------------------------------------------------------------------------

create table payment (
  organization_id uuid not null references organization (id),
  id uuid not null,
  customer_id uuid not null,
  number text,
  date date not null,
  currency text not null,
  amount bigint not null,
  unused bigint not null,
  bank_charges bigint not null,
  mode text not null,
  reference text,
  notes text,
  state text not null,
  gateway text,
  gateway_intent_id text,
  method jsonb,
  planned jsonb not null,
  failure jsonb,
  person_id uuid,
  search text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create unique index payment_number on payment (organization_id, number) where number is not null;
create unique index payment_intent on payment (gateway, gateway_intent_id) where gateway_intent_id is not null;
create index payment_by_date on payment (organization_id, date, id);
create index payment_by_amount on payment (organization_id, amount, id);
-- What arrived lately is summed up from the index alone.
create index payment_received on payment (organization_id, date, currency, amount) where state = 'succeeded';
create index payment_of_customer on payment (organization_id, customer_id, date, id);
create index payment_of_customer_by_amount on payment (organization_id, customer_id, amount, id);
create index payment_in_flight on payment (created_at, id) where state in ('requires_action', 'pending');

-- Movements: never edited. A release is a row of its own with the opposite sign.
create table payment_allocation (
  organization_id uuid not null references organization (id),
  id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null,
  tax_withheld bigint not null,
  reason text not null,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, payment_id) references payment (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);
create index payment_allocation_of_payment on payment_allocation (organization_id, payment_id, invoice_id, id);
create index payment_allocation_of_invoice on payment_allocation (organization_id, invoice_id, id);

create table credit_entry (
  organization_id uuid not null references organization (id),
  id uuid not null,
  customer_id uuid not null,
  currency text not null,
  amount bigint not null,
  reason text not null,
  payment_id uuid,
  invoice_id uuid,
  created_at bigint not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, payment_id) references payment (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice (organization_id, id)
);
create index credit_entry_of_customer on credit_entry (organization_id, customer_id, id);

-- What happened -----------------------------------------------------------------------------------

create table audit_entry (
  organization_id uuid not null references organization (id),
  id uuid not null,
  at bigint not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  address text,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  customer_id uuid,
  data jsonb not null,
  primary key (organization_id, id)
);
create index audit_of_subject on audit_entry (organization_id, subject_id, id);
create index audit_of_customer on audit_entry (organization_id, customer_id, id);

create table mail (
  organization_id uuid not null references organization (id),
  id uuid not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  sealed_body text,
  attachments jsonb not null,
  status text not null,
  attempts integer not null,
  last_error text,
  related_type text,
  related_id uuid,
  created_at bigint not null,
  sent_at bigint,
  primary key (organization_id, id)
);
create index mail_by_status on mail (organization_id, status, id);
create index mail_of_related on mail (organization_id, related_id, id);

create table notification (
  organization_id uuid not null references organization (id),
  id uuid not null,
  kind text not null,
  dedupe_key text not null,
  subject_type text not null,
  subject_id uuid not null,
  label text not null,
  data jsonb not null,
  at bigint not null,
  primary key (organization_id, id),
  unique (organization_id, dedupe_key)
);

create table notification_read (
  organization_id uuid not null references organization (id),
  notification_id uuid not null,
  user_id uuid not null references staff_user (id),
  read_at bigint not null,
  primary key (organization_id, notification_id, user_id),
  foreign key (organization_id, notification_id) references notification (organization_id, id)
);
