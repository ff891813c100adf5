import type { BankTransfer, PaymentMethod, PaymentOption, PortalPayment } from '@portico/api/portal';

export const euro = (amount: number) => ({ amount, currency: 'EUR' });

export function aPaymentOption(change: Partial<PaymentOption> = {}): PaymentOption {
  return {
    gateway: 'sandbox',
    method: 'card',
    test_mode: true,
    mandate: null,
    public_key: null,
    can_keep_method: false,
    verification_fields: [],
    ...change,
  };
}

/** A card that is kept. */
export function aPaymentMethod(change: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    id: 'pm_1',
    gateway: 'sandbox',
    method: 'card',
    brand: 'visa',
    last4: '4242',
    expiry: { year: 2099, month: 12 },
    address: null,
    is_default: true,
    created_at: '2026-11-20T10:00:00Z',
    ...change,
  };
}

export function aBankTransfer(change: Partial<BankTransfer> = {}): BankTransfer {
  return {
    holder: 'Acme Studio GmbH',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFFXXX',
    account_number: null,
    routing_number: null,
    bank_name: 'Commerzbank Berlin',
    note: null,
    amount: euro(11_900),
    reference: 'INV-000001',
    qr_svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    transferred_on: null,
    can_announce: true,
    ...change,
  };
}

export function aPayment(change: Partial<PortalPayment> = {}): PortalPayment {
  return {
    id: 'pay_1',
    number: 'PAY-000001',
    date: '2026-11-20',
    amount: euro(11_900),
    state: 'succeeded',
    status: 'succeeded',
    refunded: euro(0),
    refunds: [],
    allocations: [
      {
        invoice_id: 'inv_1',
        invoice_number: 'INV-000001',
        amount: euro(11_900),
        tax_withheld: euro(0),
        credit: euro(0),
      },
    ],
    gateway: 'sandbox',
    method: { brand: 'visa', last4: '4242' },
    mode: 'card',
    reference: null,
    client_secret: null,
    approval_url: null,
    challenged: false,
    public_key: null,
    failure: null,
    receipt_available: true,
    ...change,
  };
}
