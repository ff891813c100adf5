import { t } from '@lingui/core/macro';
import type { ApiProblem } from '@portico/api/client';
import type { ChargeInput, Invoice, PaymentMethod } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { requiredAmount } from '../../form/rules';

export const chargeSchema = (currency: string) =>
  z.object({ payment_method_id: z.string(), amount: requiredAmount(currency) });

export type ChargeValues = z.infer<ReturnType<typeof chargeSchema>>;

/** All that is due, from the default. */
export function newCharge({ balance }: Invoice, methods: readonly PaymentMethod[]): ChargeValues {
  const proposed = methods.find((method) => method.is_default) ?? methods[0];
  return { payment_method_id: proposed?.id ?? '', amount: minorToDecimal(balance.amount, balance.currency) };
}

export function chargeInput({ id, balance }: Invoice, values: ChargeValues): ChargeInput {
  const amount = decimalToMinor(values.amount, balance.currency) ?? 0;
  return { payment_method_id: values.payment_method_id, allocations: [{ invoice_id: id, amount }] };
}

/** Nobody knows whether it was charged. */
export const isUnsure = ({ status }: ApiProblem): boolean => status === 0 || status >= 500;

/** Why it was not even tried, in words; null where the server's own say it best. */
export function refusalText({ code }: ApiProblem): string | null {
  switch (code) {
    case 'payment_pending':
      return t`A payment of this invoice is still being processed. Nothing was charged.`;
    case 'payment_in_progress':
      return t`Another payment of this invoice is under way. Nothing was charged; try again in a few minutes.`;
    case 'not_allowed_in_state':
      return t`This invoice cannot be paid any more. Nothing was charged.`;
    case 'amount_exceeds_balance':
      return t`This is more than what is due. Nothing was charged.`;
    case 'full_amount_required':
      return t`This invoice must be paid in full. Nothing was charged.`;
    default:
      return null;
  }
}
