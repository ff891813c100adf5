import type {
  Appearance,
  StripeElementLocale,
  StripeElementsOptionsMode,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import type { Billing, GatewayElementProps } from '../gateway';
import { stripeAmount } from './amount';

export type StripeMethod = 'card' | 'bank_debit';

export interface Asked extends Pick<GatewayElementProps, 'purpose' | 'amount' | 'keep'> {
  method: StripeMethod;
}

function typeOf(method: StripeMethod, currency: string): string {
  if (method === 'card') return 'card';
  return currency === 'USD' ? 'us_bank_account' : 'sepa_debit';
}

/** What Stripe's form is for. It has to agree with the intent that our server makes afterwards. */
export function elementsOptions({ purpose, method, amount, keep }: Asked): StripeElementsOptionsMode {
  const common = {
    currency: amount.currency.toLowerCase(),
    allowedPaymentMethodTypes: [typeOf(method, amount.currency)],
  };
  if (purpose === 'setup') return { mode: 'setup', ...common };
  return { mode: 'payment', amount: stripeAmount(amount), setupFutureUsage: usageOf(keep), ...common };
}

/** What is kept may be charged while its owner is away. */
export const usageOf = (keep: boolean | undefined) => (keep ? 'off_session' : null);

// Each of our languages is one of Stripe's; to any other it would answer in English.
export const localeOf = (language: string) => language as StripeElementLocale;

/** Only the one way to pay that was chosen here; no wallets beside it. */
export function paymentOptions({ name, address, zip, country }: Billing): StripePaymentElementOptions {
  return {
    defaultValues: {
      billingDetails: {
        name: name || undefined,
        address: { line1: address || undefined, postal_code: zip || undefined, country: country || undefined },
      },
    },
    wallets: { applePay: 'never', googlePay: 'never', link: 'never' },
  };
}

/** Stripe's form stands in a frame of its own, which our style sheets don't reach. */
export function appearanceOf(scheme: 'light' | 'dark', root: Element): Appearance {
  const style = getComputedStyle(root);
  const colour = style.getPropertyValue('--mantine-primary-color-filled').trim();
  return {
    theme: scheme === 'dark' ? 'night' : 'stripe',
    variables: {
      borderRadius: '6px',
      fontSizeBase: '16px',
      fontFamily: 'system-ui, sans-serif',
      ...(colour ? { colorPrimary: colour } : {}),
    },
  };
}
