import type { Money } from '@portico/api/portal';

/** An amount as Stripe counts it: in a few currencies its smallest unit is not that of ISO 4217. See the adapter. */
export function stripeAmount({ amount, currency }: Money): number {
  switch (currency) {
    case 'ISK':
    case 'UGX':
      return amount * 100;
    case 'MGA':
      return amount / 100;
    default:
      return amount;
  }
}
