import type { Invoice, InvoiceSummary, Payment, PaymentMethod, Refund, Totals } from '@portico/api/office';

/** Documents that carry money, with sums that fit each other. */

const AT = '2026-11-20T10:00:00Z';
const eur = (amount: number) => ({ amount, currency: 'EUR' });

export function totals(over: Partial<Totals> = {}): Totals {
  return {
    currency: 'EUR',
    lines: [{ amount: 24_000, discount: 0, tax: 4_560, total: 28_560 }],
    subtotal: 24_000,
    discount: 0,
    shipping: 0,
    shipping_tax: 0,
    taxes: [{ tax_id: 'tax_1', name: 'VAT', rate: '19', taxable: 24_000, amount: 4_560 }],
    tax: 4_560,
    adjustment: 0,
    rounding: 0,
    total: 28_560,
    ...over,
  };
}

export function invoiceRow(over: Partial<InvoiceSummary> = {}): InvoiceSummary {
  return {
    id: 'inv_1',
    number: 'INV-000042',
    customer: { id: 'cus_1', name: 'Acme' },
    date: '2026-11-01',
    due_date: '2026-12-01',
    status: 'sent',
    flags: { viewed_at: null, payment_pending: false },
    total: eur(28_560),
    balance: eur(28_560),
    reference: null,
    created_at: AT,
    ...over,
  };
}

export function invoice(over: Partial<Invoice> = {}): Invoice {
  return {
    ...invoiceRow(),
    version: 4,
    currency: 'EUR',
    exchange_rate: '1',
    prices_include_tax: false,
    lines: [
      {
        id: 'lin_1',
        item_id: 'itm_1',
        name: 'Consulting',
        description: 'by the hour',
        quantity: '2',
        unit: 'hour',
        rate: '120.00',
        discount: null,
        tax_id: 'tax_1',
        tax_name: 'VAT',
        amount: 24_000,
      },
    ],
    discount: null,
    discount_timing: 'before_tax',
    shipping: null,
    adjustment: null,
    round_total: false,
    totals: totals(),
    amount_paid: eur(0),
    credits_applied: eur(0),
    credits: [],
    credit_available: eur(0),
    notes: null,
    terms: null,
    allow_partial_payments: true,
    gateways: ['sandbox'],
    billing_address: { city: 'Berlin', country: 'DE' },
    sent_at: AT,
    viewed_at: null,
    viewed_by: null,
    void_reason: null,
    payments: [],
    transfer_notice: null,
    mail: null,
    allowed_actions: ['edit', 'send', 'void', 'duplicate', 'record_payment'],
    ...over,
  };
}

export function payment(over: Partial<Payment> = {}): Payment {
  return {
    id: 'pay_1',
    number: 'PAY-000007',
    customer: { id: 'cus_1', name: 'Acme' },
    date: '2026-11-10',
    amount: eur(28_560),
    unused: eur(0),
    refunded: eur(0),
    refundable: eur(28_560),
    bank_charges: eur(0),
    mode: 'bank_transfer',
    reference: null,
    notes: null,
    state: 'succeeded',
    status: 'succeeded',
    gateway: null,
    method: null,
    allocations: [
      { invoice_id: 'inv_1', invoice_number: 'INV-000042', amount: eur(28_560), tax_withheld: eur(0), credit: eur(0) },
    ],
    refunds: [],
    failure: null,
    mandate: null,
    disputed_at: null,
    receipt_available: true,
    created_at: AT,
    ...over,
  };
}

export function refund(over: Partial<Refund> = {}): Refund {
  return {
    id: 'ref_1',
    payment_id: 'pay_1',
    amount: eur(28_560),
    state: 'succeeded',
    date: '2026-11-20',
    reason: null,
    mode: null,
    reference: null,
    gateway: 'sandbox',
    from_unused: eur(0),
    allocations: [],
    failure: null,
    unanswered: false,
    created_at: AT,
    ...over,
  };
}

export function keptMethod(over: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    id: 'pmt_1',
    gateway: 'sandbox',
    method: 'card',
    brand: 'visa',
    last4: '4242',
    expiry: { year: 2031, month: 8 },
    address: null,
    is_default: true,
    created_at: AT,
    ...over,
  };
}
