import type {
  ContactPerson,
  Customer,
  CustomerSummary,
  Gateway,
  Item,
  Organization,
  PortalSignUp,
  Session,
  Tax,
} from '@portico/api/office';

export { invoice, invoiceRow, keptMethod, payment, refund, totals } from './documents';

/** Answers of the API as tests need them: a small plausible organization, each part of which may be overridden. */

const AT = '2026-11-20T10:00:00Z';
const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const page = (...data: unknown[]) => ({ data, next_cursor: null, total: data.length });

const PERMISSIONS = [
  'manage_organization',
  'manage_gateways',
  'manage_members',
  'manage_customers',
  'manage_portal_access',
  'import_customers',
  'manage_items',
  'manage_taxes',
  'manage_number_series',
  'manage_invoices',
  'send_invoices',
  'view_payments',
  'record_payments',
  'refund_payments',
  'manage_payment_links',
  'view_mail',
  'retry_mail',
];

export function session(over: Partial<Session> = {}): Session {
  return {
    access_token: 'token',
    expires_in: 600,
    user: { id: 'usr_1', name: 'Anna Petersen', email: 'anna@nordlicht.example' },
    organization: {
      id: 'org_1',
      name: 'Nordlicht',
      portal_name: 'nordlicht',
      base_currency: 'EUR',
      language: 'en',
      time_zone: 'UTC',
      date_format: 'YYYY-MM-DD',
    },
    role: 'owner',
    permissions: PERMISSIONS,
    mfa_setup_required: false,
    memberships: [{ organization_id: 'org_1', organization_name: 'Nordlicht', role: 'owner' }],
    ...over,
  };
}

export function organization(over: Partial<Organization> = {}): Organization {
  return {
    id: 'org_1',
    version: 3,
    name: 'Nordlicht',
    portal_name: 'nordlicht',
    portal_enabled: true,
    portal_url: 'https://portico.example/nordlicht',
    address: { street: 'Hafenstraße 12', city: 'Hamburg', country: 'DE' },
    email: 'hello@nordlicht.example',
    phone: null,
    website: null,
    tax_registration: null,
    base_currency: 'EUR',
    time_zone: 'UTC',
    fiscal_year_start_month: 1,
    date_format: 'YYYY-MM-DD',
    language: 'en',
    logo_url: null,
    accent_colour: '#0b7285',
    accent_text_colour: '#ffffff',
    banner_message: null,
    number_drafts: false,
    block_when_pending: true,
    staff_mfa_required: false,
    portal_mfa_required: false,
    allow_edit_details: true,
    allow_bulk_payment: true,
    auto_invite_new_customers: false,
    verify_public_links: false,
    allow_signup: false,
    portal_modules: [
      { module: 'invoices', enabled: true, permissions: ['view', 'download', 'pay'] },
      { module: 'payments', enabled: true, permissions: ['view', 'download'] },
    ],
    rounding: 'line',
    round_total: false,
    prices_include_tax: false,
    allow_partial_payments: true,
    payment_terms_days: 14,
    payment_instructions: null,
    invoice_notes: null,
    invoice_terms: null,
    created_at: AT,
    ...over,
  };
}

export function person(over: Partial<ContactPerson> = {}): ContactPerson {
  return {
    id: 'per_1',
    salutation: null,
    first_name: 'Maria',
    last_name: 'Berger',
    email: 'maria@acme.example',
    phone: null,
    designation: null,
    department: null,
    is_primary: true,
    portal: {
      status: 'none',
      invited_at: null,
      invited_by: null,
      with_password: false,
      expires_at: null,
      expired: false,
      accepted_at: null,
      last_sign_in_at: null,
    },
    portal_modules: null,
    created_at: AT,
    ...over,
  };
}

export function customer(over: Partial<Customer> = {}): Customer {
  return {
    id: 'cus_1',
    version: 2,
    kind: 'company',
    display_name: 'Acme',
    company_name: 'Acme GmbH',
    company_phone: null,
    website: null,
    currency: 'EUR',
    payment_terms_days: 30,
    language: null,
    tax_treatment: 'taxable',
    tax_id: null,
    tax_exemption_id: null,
    billing_address: { city: 'Berlin', country: 'DE' },
    shipping_address: {},
    notes: null,
    allow_bank_debit: false,
    opening_balance: null,
    credit_limit: null,
    active: true,
    portal: { enabled: true, people: 1 },
    primary_contact: person(),
    balances: [{ currency: 'EUR', outstanding: 82_110, overdue: 12_000, credit: 0 }],
    created_at: AT,
    updated_at: AT,
    allowed_actions: ['edit', 'deactivate', 'delete'],
    ...over,
  };
}

export function customerRow(over: Partial<CustomerSummary> = {}): CustomerSummary {
  return {
    id: 'cus_1',
    kind: 'company',
    display_name: 'Acme',
    company_name: 'Acme GmbH',
    email: 'maria@acme.example',
    phone: null,
    currency: 'EUR',
    active: true,
    outstanding: eur(82_110),
    credit: eur(0),
    portal_status: 'accepted',
    created_at: AT,
    ...over,
  };
}

export function signUp(over: Partial<PortalSignUp> = {}): PortalSignUp {
  return {
    id: 'psu_1',
    status: 'waiting',
    email: 'maja@lindqvist.example',
    first_name: 'Maja',
    last_name: 'Lindqvist',
    company_name: 'Lindqvist Interiors',
    message: 'I keep the books since March.',
    customer: null,
    created_at: AT,
    decided_at: null,
    decided_by: null,
    ...over,
  };
}

export function item(over: Partial<Item> = {}): Item {
  return {
    id: 'itm_1',
    version: 1,
    name: 'Consulting',
    description: 'by the hour',
    sku: 'CO-1',
    unit: 'hour',
    rate: '120.00',
    currency: 'EUR',
    tax_id: 'tax_1',
    active: true,
    created_at: AT,
    ...over,
  };
}

export function tax(over: Partial<Tax> = {}): Tax {
  return {
    id: 'tax_1',
    version: 1,
    name: 'VAT',
    rate: '19',
    compound: false,
    authority_id: null,
    is_default: true,
    active: true,
    created_at: AT,
    ...over,
  };
}

export function gateway(over: Partial<Gateway> = {}): Gateway {
  return {
    kind: 'sandbox',
    name: 'Sandbox',
    connected: true,
    enabled: true,
    test_mode: true,
    public_key: null,
    methods: ['card'],
    available_methods: ['card', 'bank_debit'],
    currencies: [],
    minimum_amounts: [],
    verification_fields: [],
    can_store_methods: false,
    store_methods: false,
    webhook_url: null,
    checked_at: null,
    check_failure: null,
    ...over,
  };
}
