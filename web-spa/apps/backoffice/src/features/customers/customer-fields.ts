import type { Address, CreateCustomer, Customer, Money, UpdateCustomer } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { checkAmount, optionalMail, optionalText, orNull, requiredText, wholeNumber } from '../../form/rules';

const address = z.object({
  attention: optionalText(100),
  street: optionalText(500),
  street2: optionalText(255),
  city: optionalText(100),
  state: optionalText(100),
  zip: optionalText(50),
  country: optionalText(2),
});

export const customerSchema = z
  .object({
    kind: z.enum(['company', 'individual']),
    display_name: requiredText(200),
    company_name: optionalText(200),
    company_phone: optionalText(50),
    website: optionalText(255),
    email: optionalMail(),
    invite: z.boolean(),
    first_name: optionalText(100),
    last_name: optionalText(100),
    phone: optionalText(50),
    currency: requiredText(3),
    payment_terms_days: wholeNumber(0, 3650),
    language: optionalText(10),
    tax_treatment: z.enum(['taxable', 'exempt', 'reverse_charge']),
    tax_id: optionalText(50),
    tax_exemption_id: z.string(),
    billing_address: address,
    shipping_address: address,
    notes: optionalText(5000),
    allow_bank_debit: z.boolean(),
    opening_balance: z.string(),
    credit_limit: z.string(),
  })
  .superRefine((values, context) => {
    for (const name of ['opening_balance', 'credit_limit'] as const) {
      checkAmount(context, [name], values[name], values.currency);
    }
  });

export type CustomerValues = z.infer<typeof customerSchema>;
export type AddressValues = z.infer<typeof address>;

export function addressValues(from: Address = {}): AddressValues {
  return {
    attention: from.attention ?? '',
    street: from.street ?? '',
    street2: from.street2 ?? '',
    city: from.city ?? '',
    state: from.state ?? '',
    zip: from.zip ?? '',
    country: from.country ?? '',
  };
}

export function addressInput(values: AddressValues): Address {
  return {
    attention: orNull(values.attention),
    street: orNull(values.street),
    street2: orNull(values.street2),
    city: orNull(values.city),
    state: orNull(values.state),
    zip: orNull(values.zip),
    country: orNull(values.country),
  };
}

const decimalOf = (money: Money | null) => (money ? minorToDecimal(money.amount, money.currency) : '');

export function newCustomer(currency: string, terms: number): CustomerValues {
  return {
    kind: 'company',
    display_name: '',
    company_name: '',
    company_phone: '',
    website: '',
    email: '',
    invite: false,
    first_name: '',
    last_name: '',
    phone: '',
    currency,
    payment_terms_days: String(terms),
    language: '',
    tax_treatment: 'taxable',
    tax_id: '',
    tax_exemption_id: '',
    billing_address: addressValues(),
    shipping_address: addressValues(),
    notes: '',
    allow_bank_debit: false,
    opening_balance: '',
    credit_limit: '',
  };
}

export function customerValues(customer: Customer): CustomerValues {
  const { kind, tax_treatment } = customer;
  return {
    ...newCustomer(customer.currency, customer.payment_terms_days),
    kind: kind === 'individual' ? 'individual' : 'company',
    display_name: customer.display_name,
    company_name: customer.company_name ?? '',
    company_phone: customer.company_phone ?? '',
    website: customer.website ?? '',
    language: customer.language ?? '',
    tax_treatment: tax_treatment === 'exempt' || tax_treatment === 'reverse_charge' ? tax_treatment : 'taxable',
    tax_id: customer.tax_id ?? '',
    tax_exemption_id: customer.tax_exemption_id ?? '',
    billing_address: addressValues(customer.billing_address),
    shipping_address: addressValues(customer.shipping_address),
    notes: customer.notes ?? '',
    allow_bank_debit: customer.allow_bank_debit,
    opening_balance: decimalOf(customer.opening_balance),
    credit_limit: decimalOf(customer.credit_limit),
  };
}

function moneyOf(text: string, currency: string): Money | null {
  const amount = text === '' ? null : decimalToMinor(text, currency);
  return amount === null ? null : { amount, currency };
}

export function customerUpdate(values: CustomerValues): UpdateCustomer {
  return {
    kind: values.kind,
    display_name: values.display_name.trim(),
    company_name: orNull(values.company_name),
    company_phone: orNull(values.company_phone),
    website: orNull(values.website),
    currency: values.currency,
    payment_terms_days: Number(values.payment_terms_days),
    language: orNull(values.language),
    tax_treatment: values.tax_treatment,
    tax_id: orNull(values.tax_id),
    tax_exemption_id: values.tax_treatment === 'exempt' ? orNull(values.tax_exemption_id) : null,
    billing_address: addressInput(values.billing_address),
    shipping_address: addressInput(values.shipping_address),
    notes: orNull(values.notes),
    allow_bank_debit: values.allow_bank_debit,
    opening_balance: moneyOf(values.opening_balance, values.currency),
    credit_limit: moneyOf(values.credit_limit, values.currency),
  };
}

export function customerInput(values: CustomerValues): CreateCustomer {
  return {
    ...customerUpdate(values),
    kind: values.kind,
    display_name: values.display_name.trim(),
    email: orNull(values.email),
    first_name: orNull(values.first_name),
    last_name: orNull(values.last_name),
    phone: orNull(values.phone),
  };
}
