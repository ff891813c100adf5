import type {
  Portal,
  PortalCompany,
  PortalContact,
  PortalHome,
  PortalInvoice,
  PortalInvoiceSummary,
  PortalProfile,
  PortalSession,
} from '@portico/api/portal';
import { aPaymentOption, euro } from './portal-payments';

/** Makers of portal answers: sensible by default, every field can be changed. */
export * from './portal-payments';

export function aPortal(change: Partial<Portal> = {}): Portal {
  return {
    name: 'acme',
    organization_name: 'Acme Studio',
    logo_url: null,
    accent_colour: '#0b7285',
    accent_text_colour: '#ffffff',
    banner_message: null,
    language: 'en',
    test_mode: false,
    sign_up_allowed: false,
    ...change,
  };
}

export function aSession(change: Partial<PortalSession> = {}): PortalSession {
  return {
    access_token: 'token-1',
    expires_in: 600,
    person: { id: 'per_1', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.org' },
    customer: { id: 'cus_1', name: 'Analytical Engines Ltd' },
    customers: [{ id: 'cus_1', name: 'Analytical Engines Ltd' }],
    portal_name: 'acme',
    language: 'en',
    permissions: [],
    mfa_setup_required: false,
    password_change_required: false,
    ...change,
  };
}

/** Where somebody is signed in: here, and on a phone. */
export const TWO_SESSIONS = {
  data: [
    {
      id: 'ses_1',
      address: '192.0.2.7',
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
      created_at: '2026-11-20T10:00:00Z',
      last_used_at: '2026-11-21T10:00:00Z',
      current: true,
    },
    {
      id: 'ses_2',
      address: null,
      user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1',
      created_at: '2026-11-18T10:00:00Z',
      last_used_at: '2026-11-19T10:00:00Z',
      current: false,
    },
  ],
};

export function anInvoiceSummary(change: Partial<PortalInvoiceSummary> = {}): PortalInvoiceSummary {
  return {
    id: 'inv_1',
    number: 'INV-000001',
    date: '2026-11-01',
    due_date: '2026-12-01',
    status: 'sent',
    total: euro(11_900),
    balance: euro(11_900),
    payment_pending: false,
    ...change,
  };
}

const ADDRESS = { street: '1 Main Street', city: 'Berlin', zip: '10115', country: 'DE' };

/** What a person may do whom nobody holds to less. */
export const EVERYTHING = [
  'enter_portal',
  'view_invoices',
  'download_invoices',
  'pay_invoices',
  'pay_several_invoices',
  'follow_payments',
  'view_payments',
  'download_receipts',
  'edit_details',
  'manage_own_profile',
];

export function aContact(change: Partial<PortalContact> = {}): PortalContact {
  return {
    id: 'per_1',
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.org',
    phone: null,
    designation: null,
    department: null,
    is_primary: true,
    is_me: true,
    ...change,
  };
}

export function aProfile(change: Partial<PortalProfile> = {}): PortalProfile {
  return {
    id: 'per_1',
    version: 2,
    salutation: null,
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.org',
    pending_email: null,
    phone: null,
    designation: null,
    department: null,
    allowed_actions: ['edit'],
    ...change,
  };
}

export function aCompany(change: Partial<PortalCompany> = {}): PortalCompany {
  return {
    id: 'cus_1',
    version: 5,
    kind: 'company',
    display_name: 'Analytical Engines Ltd',
    company_name: null,
    company_phone: null,
    website: null,
    tax_id: 'GB123',
    billing_address: ADDRESS,
    shipping_address: {},
    allowed_actions: ['edit'],
    ...change,
  };
}

export function aHome(change: Partial<PortalHome> = {}): PortalHome {
  return {
    balances: [
      {
        currency: 'EUR',
        outstanding: 11_900,
        outstanding_count: 1,
        overdue: 0,
        overdue_count: 0,
        credit: 0,
        payable: 11_900,
      },
    ],
    last_payment: null,
    recent_invoices: [anInvoiceSummary()],
    organization: {
      name: 'Acme Studio',
      email: 'billing@acme.example',
      phone: '+49 30 123456',
      website: 'https://acme.example',
      address: ADDRESS,
    },
    banner_message: null,
    banner_html: null,
    contact_persons: [aContact()],
    allowed_actions: EVERYTHING,
    modules: ['invoices', 'payments'],
    ...change,
  };
}

export function anInvoice(change: Partial<PortalInvoice> = {}): PortalInvoice {
  return {
    ...anInvoiceSummary(),
    lines: [
      {
        name: 'Design work',
        description: 'Landing page\nTwo rounds of changes',
        quantity: '4',
        unit: 'h',
        rate: '25.00',
        discount: null,
        tax_name: 'VAT 19%',
        amount: 10_000,
      },
    ],
    totals: {
      currency: 'EUR',
      lines: [{ amount: 10_000, discount: 0, tax: 1_900, total: 11_900 }],
      subtotal: 10_000,
      discount: 0,
      shipping: 0,
      shipping_tax: 0,
      taxes: [{ tax_id: 'tax_1', name: 'VAT', rate: '19', taxable: 10_000, amount: 1_900 }],
      tax: 1_900,
      adjustment: 0,
      rounding: 0,
      total: 11_900,
    },
    discount: null,
    adjustment: null,
    prices_include_tax: false,
    amount_paid: euro(0),
    credits_applied: euro(0),
    credit_available: euro(0),
    notes: null,
    terms: null,
    reference: null,
    organization: {
      name: 'Acme Studio',
      address: ADDRESS,
      tax_registration: 'DE123456789',
      email: 'billing@acme.example',
      phone: null,
      website: null,
    },
    customer: { name: 'Analytical Engines Ltd', billing_address: ADDRESS, tax_id: null },
    allow_partial_payments: false,
    payment_options: [aPaymentOption()],
    bank_transfer: false,
    payment_instructions: null,
    pending_payment: null,
    payments: [],
    allowed_actions: ['pay', 'download'],
    ...change,
  };
}
