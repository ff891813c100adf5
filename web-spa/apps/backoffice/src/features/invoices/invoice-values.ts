import { t } from '@lingui/core/macro';
import type { Discount, Invoice, InvoiceInput, InvoiceLineInput, Organization } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { optionalDecimal, optionalText, orNull, requiredDate, requiredDecimal, requiredText } from '../../form/rules';

const discountKind = z.enum(['percent', 'amount']);

export const lineSchema = z.object({
  item_id: z.string(),
  name: requiredText(100),
  description: optionalText(2000),
  quantity: requiredDecimal(),
  unit: optionalText(50),
  rate: requiredDecimal(),
  discount: optionalDecimal(),
  discount_kind: discountKind,
  tax_id: z.string(),
});

export const invoiceSchema = z.object({
  customer_id: z.string().min(1, { error: () => t`Please choose a customer` }),
  number: optionalText(100),
  reference: optionalText(100),
  date: requiredDate(),
  terms_days: z.string(),
  due_date: requiredDate(),
  currency: requiredText(3),
  exchange_rate: optionalDecimal(),
  prices_include_tax: z.boolean(),
  lines: z.array(lineSchema).min(1),
  discount: optionalDecimal(),
  discount_kind: discountKind,
  discount_timing: z.enum(['before_tax', 'after_tax']),
  shipping: optionalDecimal(),
  shipping_tax_id: z.string(),
  adjustment: optionalDecimal(),
  adjustment_label: optionalText(100),
  round_total: z.boolean(),
  notes: optionalText(5000),
  terms: optionalText(10_000),
  allow_partial_payments: z.boolean(),
  gateways: z.array(z.string()),
});

export type InvoiceValues = z.infer<typeof invoiceSchema>;
export type LineValues = z.infer<typeof lineSchema>;

/** Where the contract nests and the form does not. */
export const formPath = (path: string): string =>
  path
    .replace(/(^|\.)discount\.(percent|amount)$/, '$1discount')
    .replace(/^shipping\.amount$/, 'shipping')
    .replace(/^shipping\.tax_id$/, 'shipping_tax_id')
    .replace(/^adjustment\.amount$/, 'adjustment')
    .replace(/^adjustment\.label$/, 'adjustment_label');

export const CUSTOM_TERMS = 'custom';

export const emptyLine = (taxId = ''): LineValues => ({
  item_id: '',
  name: '',
  description: '',
  quantity: '1',
  unit: '',
  rate: '',
  discount: '',
  discount_kind: 'percent',
  tax_id: taxId,
});

export const isBlank = (line: LineValues) =>
  !line.name.trim() && !line.description.trim() && !line.rate && !line.item_id;

export function newInvoice(
  organization: Organization,
  today: string,
  gateways: string[],
  taxId: string,
): InvoiceValues {
  return {
    customer_id: '',
    number: '',
    reference: '',
    date: today,
    terms_days: String(organization.payment_terms_days),
    due_date: today,
    currency: organization.base_currency,
    exchange_rate: '',
    prices_include_tax: organization.prices_include_tax,
    lines: [emptyLine(taxId)],
    discount: '',
    discount_kind: 'percent',
    discount_timing: 'before_tax',
    shipping: '',
    shipping_tax_id: '',
    adjustment: '',
    adjustment_label: '',
    round_total: organization.round_total,
    notes: organization.invoice_notes ?? '',
    terms: organization.invoice_terms ?? '',
    allow_partial_payments: organization.allow_partial_payments,
    gateways,
  };
}

function discountOf(discount: Discount | null, currency: string): Pick<LineValues, 'discount' | 'discount_kind'> {
  if (!discount) {
    return { discount: '', discount_kind: 'percent' };
  }
  return discount.percent !== undefined
    ? { discount: discount.percent, discount_kind: 'percent' }
    : { discount: minorToDecimal(discount.amount ?? 0, currency), discount_kind: 'amount' };
}

export function invoiceValues(invoice: Invoice): InvoiceValues {
  const { currency, shipping, adjustment } = invoice;
  return {
    customer_id: invoice.customer.id,
    number: invoice.number ?? '',
    reference: invoice.reference ?? '',
    date: invoice.date,
    terms_days: CUSTOM_TERMS,
    due_date: invoice.due_date,
    currency,
    exchange_rate: invoice.exchange_rate,
    prices_include_tax: invoice.prices_include_tax,
    lines: invoice.lines.map((line) => ({
      item_id: line.item_id ?? '',
      name: line.name,
      description: line.description ?? '',
      quantity: line.quantity,
      unit: line.unit ?? '',
      rate: line.rate,
      ...discountOf(line.discount, currency),
      tax_id: line.tax_id ?? '',
    })),
    ...discountOf(invoice.discount, currency),
    discount_timing: invoice.discount_timing === 'after_tax' ? 'after_tax' : 'before_tax',
    shipping: shipping ? minorToDecimal(shipping.amount, currency) : '',
    shipping_tax_id: shipping?.tax_id ?? '',
    adjustment: adjustment ? minorToDecimal(adjustment.amount, currency) : '',
    adjustment_label: adjustment?.label ?? '',
    round_total: invoice.round_total,
    notes: invoice.notes ?? '',
    terms: invoice.terms ?? '',
    allow_partial_payments: invoice.allow_partial_payments,
    gateways: invoice.gateways,
  };
}

function discountInput(value: string, kind: LineValues['discount_kind'], currency: string): Discount | null {
  if (value === '') {
    return null;
  }
  if (kind === 'percent') {
    return { percent: value };
  }
  const amount = decimalToMinor(value, currency);
  return amount === null ? null : { amount };
}

export function lineInput(line: LineValues, currency: string): InvoiceLineInput {
  return {
    item_id: orNull(line.item_id),
    name: line.name.trim(),
    description: orNull(line.description),
    quantity: line.quantity,
    unit: orNull(line.unit),
    rate: line.rate,
    discount: discountInput(line.discount, line.discount_kind, currency),
    tax_id: orNull(line.tax_id),
  };
}

/** What is charged beside the lines: the same for saving and for calculating. */
export function chargesInput(values: InvoiceValues) {
  const { currency } = values;
  const shipping = values.shipping === '' ? null : decimalToMinor(values.shipping, currency);
  const adjustment = values.adjustment === '' ? null : decimalToMinor(values.adjustment, currency);
  return {
    currency,
    prices_include_tax: values.prices_include_tax,
    discount: discountInput(values.discount, values.discount_kind, currency),
    discount_timing: values.discount_timing,
    shipping: shipping === null ? null : { amount: shipping, tax_id: orNull(values.shipping_tax_id) },
    adjustment:
      adjustment === null ? null : { amount: adjustment, label: values.adjustment_label.trim() || t`Adjustment` },
    round_total: values.round_total,
  };
}

export function invoiceInput(values: InvoiceValues): InvoiceInput {
  const custom = values.terms_days === CUSTOM_TERMS;
  return {
    customer_id: values.customer_id,
    number: orNull(values.number),
    reference: orNull(values.reference),
    date: values.date,
    ...(custom ? { due_date: values.due_date } : { terms_days: Number(values.terms_days) }),
    ...(values.exchange_rate ? { exchange_rate: values.exchange_rate } : {}),
    ...chargesInput(values),
    lines: values.lines.map((line) => lineInput(line, values.currency)),
    notes: orNull(values.notes),
    terms: orNull(values.terms),
    allow_partial_payments: values.allow_partial_payments,
    gateways: values.gateways,
  };
}
