import { t } from '@lingui/core/macro';
import type { InvoiceSummary, PaymentInput } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { optionalAmount, optionalText, orNull, requiredAmount, requiredDate } from '../../form/rules';

export const paymentSchema = (currency: string) =>
  z.object({
    customer_id: z.string().min(1, { error: () => t`Please choose a customer` }),
    date: requiredDate(),
    currency: z.string(),
    amount: requiredAmount(currency),
    mode: z.enum(['cash', 'check', 'bank_transfer', 'bank_remittance', 'card', 'direct_debit', 'online', 'other']),
    reference: optionalText(100),
    notes: optionalText(5000),
    bank_charges: optionalAmount(currency),
    send_receipt: z.boolean(),
    allocations: z.array(
      z.object({ invoice_id: z.string(), amount: optionalAmount(currency), tax_withheld: optionalAmount(currency) }),
    ),
  });

export type PaymentValues = z.infer<ReturnType<typeof paymentSchema>>;
export type AllocationValues = PaymentValues['allocations'][number];

export function newPayment(today: string, customerId = '', currency = ''): PaymentValues {
  return {
    customer_id: customerId,
    date: today,
    currency,
    amount: '',
    mode: 'bank_transfer',
    reference: '',
    notes: '',
    bank_charges: '',
    send_receipt: true,
    allocations: [],
  };
}

export function allocationRows(invoices: readonly InvoiceSummary[], paid?: string): AllocationValues[] {
  return invoices.map(({ id, balance }) => ({
    invoice_id: id,
    amount: id === paid ? minorToDecimal(balance.amount, balance.currency) : '',
    tax_withheld: '',
  }));
}

const minor = (text: string, currency: string) => (text === '' ? 0 : (decimalToMinor(text, currency) ?? 0));

/** Whole minor units only: what is put on invoices, and what is left over as credit. The server decides in the end. */
export function spread(values: Pick<PaymentValues, 'amount' | 'allocations' | 'currency'>) {
  const allocated = values.allocations.reduce((sum, row) => sum + minor(row.amount, values.currency), 0);
  return { allocated, left: minor(values.amount, values.currency) - allocated };
}

export function paymentInput(values: PaymentValues): PaymentInput {
  const { currency } = values;
  return {
    customer_id: values.customer_id,
    date: values.date,
    amount: { amount: minor(values.amount, currency), currency },
    mode: values.mode,
    reference: orNull(values.reference),
    notes: orNull(values.notes),
    ...(values.bank_charges ? { bank_charges: minor(values.bank_charges, currency) } : {}),
    allocations: values.allocations
      .filter((row) => row.amount !== '' || row.tax_withheld !== '')
      .map((row) => ({
        invoice_id: row.invoice_id,
        amount: minor(row.amount, currency),
        ...(row.tax_withheld ? { tax_withheld: minor(row.tax_withheld, currency) } : {}),
      })),
    send_receipt: values.send_receipt,
  };
}

/** The server counts only the rows it was sent: "/allocations/0" is the first row with an amount. */
export function paymentPath(path: string, rows: readonly AllocationValues[]): string {
  const sent = rows.flatMap((row, at) => (row.amount !== '' || row.tax_withheld !== '' ? [at] : []));
  return path
    .replace(/^amount\.amount$/, 'amount')
    .replace(/^allocations\.(\d+)/, (_, at: string) => `allocations.${sent[Number(at)] ?? at}`)
    .replace(/\.amount\.amount$/, '.amount');
}
