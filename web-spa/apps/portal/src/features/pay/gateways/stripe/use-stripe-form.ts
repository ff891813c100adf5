import { useLingui } from '@lingui/react';
import { useComputedColorScheme } from '@mantine/core';
import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GatewayElementProps } from '../gateway';
import { stripeAmount } from './amount';
import { appearanceOf, elementsOptions, localeOf, paymentOptions, type StripeMethod, usageOf } from './options';

interface Form {
  stripe: Stripe;
  elements: StripeElements;
  payment: StripePaymentElement;
}

export interface FormState {
  phase: 'loading' | 'open' | 'failed';
  /** Everything is filled in. */
  complete: boolean;
}

interface FormProps extends Omit<GatewayElementProps, 'ref'> {
  method: StripeMethod;
}

const LOADING: FormState = { phase: 'loading', complete: false };

/** Stripe's own form in this place. Its script is fetched when the form is first shown, and nowhere else. */
export function useStripeForm(
  place: RefObject<HTMLDivElement | null>,
  { publicKey, purpose, method, amount, keep, clientSecret, billing, disabled }: FormProps,
): [FormState, RefObject<Form | null>] {
  const { i18n } = useLingui();
  const scheme = useComputedColorScheme('light');
  const form = useRef<Form | null>(null);
  const [state, setState] = useState(LOADING);
  const { currency } = amount;
  const due = stripeAmount(amount);
  // What is known when the form opens; what changes later is told to the open form, which keeps what was typed.
  const opening = useRef({ amount, keep, billing, scheme });
  opening.current = { amount, keep, billing, scheme };

  useEffect(() => {
    let gone = false;
    setState(LOADING);
    const fail = () => {
      if (!gone) setState({ phase: 'failed', complete: false });
    };
    const open = (stripe: Stripe | null) => {
      if (gone || !place.current) return;
      if (!stripe) return fail();
      const { amount, keep, billing, scheme } = opening.current;
      const look = { locale: localeOf(i18n.locale), appearance: appearanceOf(scheme, document.documentElement) };
      const asked = { purpose, method, amount: { ...amount, currency }, keep };
      const elements = clientSecret
        ? stripe.elements({ clientSecret, ...look })
        : stripe.elements({ ...elementsOptions(asked), ...look });
      const payment = elements.create('payment', paymentOptions(billing));
      payment.on('ready', () => setState((before) => ({ ...before, phase: 'open' })));
      payment.on('change', ({ complete }) => setState({ phase: 'open', complete }));
      payment.on('loaderror', fail);
      payment.mount(place.current);
      form.current = { stripe, elements, payment };
    };
    if (publicKey) loadStripe(publicKey).then(open).catch(fail);
    else fail();
    return () => {
      gone = true;
      form.current?.payment.destroy();
      form.current = null;
    };
  }, [place, publicKey, purpose, method, currency, clientSecret, i18n.locale]);

  const { phase } = state;
  // What was begun before has its terms already.
  const negotiable = phase === 'open' && purpose === 'payment' && !clientSecret;
  useEffect(() => {
    // Half-typed amounts are none that Stripe would take.
    if (negotiable && due > 0 && Number.isInteger(due)) form.current?.elements.update({ amount: due });
  }, [negotiable, due]);
  useEffect(() => {
    if (negotiable) form.current?.elements.update({ setupFutureUsage: usageOf(keep) });
  }, [negotiable, keep]);
  useEffect(() => {
    const appearance = appearanceOf(scheme, document.documentElement);
    if (phase === 'open') form.current?.elements.update({ appearance });
  }, [phase, scheme]);
  useEffect(() => {
    if (phase === 'open') form.current?.payment.update({ readOnly: disabled });
  }, [phase, disabled]);

  return [state, form];
}
