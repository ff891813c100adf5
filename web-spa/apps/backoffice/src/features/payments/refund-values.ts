import type { Payment, PaymentAllocation, RefundInput } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { optionalAmount, optionalText, requiredAmount, requiredDate } from '../../form/rules';
import { MODES } from './payment.query';

export const refundSchema = (currency: string) =>
  z.object({
    amount: requiredAmount(currency),
    reason: optionalText(500),
    mode: z.enum(MODES),
    date: requiredDate(),
    reference: optionalText(100),
    allocations: z.array(z.object({ invoice_id: z.string(), amount: optionalAmount(currency) })),
  });

/** Whether the gateway has no part in it: it never took the money, or has taken it back because the payer disputes it. */
export const byHand = ({ gateway, disputed_at }: Payment) => gateway === null || disputed_at !== null;

export type RefundValues = z.infer<ReturnType<typeof refundSchema>>;
type Rows = RefundValues['allocations'];

/** What a payment has on an invoice: its own part, and credit from it that was applied later. */
export const onInvoice = ({ amount, credit }: PaymentAllocation) => ({
  amount: amount.amount + credit.amount,
  currency: amount.currency,
});

const minor = (text: string, currency: string) => (text === '' ? 0 : (decimalToMinor(text, currency) ?? 0));

/** The rows that something is taken back from, each with its place in the form. */
const rowsSent = (rows: Rows, currency: string) =>
  rows
    .map(({ invoice_id, amount }, at) => ({ at, invoice_id, amount: minor(amount, currency) }))
    .filter(({ amount }) => amount !== 0);

/** What must be taken back from invoices, from the newest on: the unused part goes first. */
export function suggest(payment: Payment, amount: number): Rows {
  let left = Math.max(0, amount - payment.unused.amount);
  const rows = payment.allocations.map((row) => ({ invoice_id: row.invoice_id, amount: '' }));
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    const share = payment.allocations[at];
    if (row && share) {
      const taken = Math.min(left, onInvoice(share).amount);
      row.amount = taken > 0 ? minorToDecimal(taken, payment.amount.currency) : '';
      left -= taken;
    }
  }
  return rows;
}

export function newRefund(payment: Payment, today: string): RefundValues {
  const { refundable } = payment;
  return {
    amount: minorToDecimal(refundable.amount, refundable.currency),
    reason: '',
    mode: payment.gateway ? 'other' : 'bank_transfer',
    date: today,
    reference: '',
    allocations: suggest(payment, refundable.amount),
  };
}

/** What is still to be taken back from invoices, in minor units; negative if too much is, nothing while it is no sum. */
export function missing(
  payment: Payment,
  { amount, allocations }: Pick<RefundValues, 'amount' | 'allocations'>,
): number {
  const { currency } = payment.amount;
  const sum = refundSchema(currency).pick({ amount: true, allocations: true }).safeParse({ amount, allocations });
  if (!sum.success) return 0;
  const needed = Math.max(0, minor(amount, currency) - payment.unused.amount);
  return rowsSent(allocations, currency).reduce((left, row) => left - row.amount, needed);
}

export function refundInput(payment: Payment, values: RefundValues): RefundInput {
  const { currency } = payment.amount;
  const text = (value: string) => value.trim() || null;
  return {
    amount: minor(values.amount, currency),
    reason: text(values.reason),
    allocations: rowsSent(values.allocations, currency).map(({ invoice_id, amount }) => ({ invoice_id, amount })),
    ...(byHand(payment) ? { mode: values.mode, date: values.date, reference: text(values.reference) } : {}),
  };
}

/** The server counts only the rows it was sent. */
export function refundPath(path: string, rows: Rows, currency: string): string {
  const sent = rowsSent(rows, currency);
  return path.replace(/^allocations\.(\d+)/, (_, at: string) => `allocations.${sent[Number(at)]?.at ?? at}`);
}
