import type { Money } from '@portico/api/portal';
import type {
  Appearance,
  StripeElementLocale,
  StripeElementsOptionsMode,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import type { Billing } from '../gateway';
import { stripeAmount } from './amount';

export type StripeMethod = 'card' | 'bank_debit';

function typeOf(method: StripeMethod, currency: string): string {
  if (method === 'card') return 'card';
  return currency === 'USD' ? 'us_bank_account' : 'sepa_debit';
}

/** The payment that Stripe's form is for. It has to agree with the intent that our server makes upon Pay. */
export function elementsOptions(
  method: StripeMethod,
  amount: Money,
  locale: string,
  appearance: Appearance,
): StripeElementsOptionsMode & { locale: StripeElementLocale } {
  return {
    mode: 'payment',
    amount: stripeAmount(amount),
    currency: amount.currency.toLowerCase(),
    allowedPaymentMethodTypes: [typeOf(method, amount.currency)],
    // Each of our languages is one of Stripe's; to any other it would answer in English.
    locale: locale as StripeElementLocale,
    appearance,
  };
}

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
