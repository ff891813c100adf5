import { t } from '@lingui/core/macro';
import type { CreatePaymentLink, Customer, Invoice } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { optionalText, orNull, requiredAmount, wholeNumber } from '../../form/rules';

/** What a link is made for. */
export type LinkPurpose = { invoice: Invoice } | { customer: Customer };

export const DEFAULT_DAYS = 15;

export const linkSchema = (currency: string) =>
  z
    .object({
      /** An amount on account must be explained; an invoice explains itself. */
      explained: z.boolean(),
      amount: requiredAmount(currency),
      currency: z.string(),
      description: optionalText(500),
      expires_in_days: wholeNumber(1, 365),
      send_mail: z.boolean(),
    })
    .refine(({ explained, description }) => explained || description !== '', {
      path: ['description'],
      error: () => t`Please fill this in`,
    });

export type LinkValues = z.infer<ReturnType<typeof linkSchema>>;

export function newLink(purpose: LinkPurpose): LinkValues {
  const common = { description: '', expires_in_days: String(DEFAULT_DAYS), send_mail: false };
  if ('invoice' in purpose) {
    const { balance } = purpose.invoice;
    const amount = minorToDecimal(balance.amount, balance.currency);
    return { ...common, explained: true, amount, currency: balance.currency };
  }
  return { ...common, explained: false, amount: '', currency: purpose.customer.currency };
}

export function linkInput(purpose: LinkPurpose, values: LinkValues): CreatePaymentLink {
  const { amount, currency, description, expires_in_days, send_mail } = values;
  return {
    ...('invoice' in purpose ? { invoice_id: purpose.invoice.id } : { customer_id: purpose.customer.id }),
    amount: { amount: decimalToMinor(amount, currency) ?? 0, currency },
    description: orNull(description),
    expires_in_days: Number(expires_in_days),
    send_mail,
  };
}
