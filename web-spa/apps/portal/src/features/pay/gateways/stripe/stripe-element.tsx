import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Skeleton } from '@mantine/core';
import { useImperativeHandle, useRef } from 'react';
import type { GatewayElementProps } from '../gateway';
import type { StripeMethod } from './options';
import classes from './stripe.module.css';
import { useStripeForm } from './use-stripe-form';

/** Stripe's own form. What is typed goes from its frame to Stripe; a challenge of the payer's bank opens in another. */
export function StripeElement({ ref, method, disabled, ...props }: GatewayElementProps & { method: StripeMethod }) {
  const { t } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const [{ phase, complete }, form] = useStripeForm(place, { method, disabled, ...props });

  useImperativeHandle(ref, () => ({
    ready: () => {
      // Makes the form say what is missing, in the payer's language.
      if (!complete) void form.current?.elements.submit();
      return complete;
    },
    confirm: async (clientSecret) => {
      if (!form.current) return;
      const { stripe, elements } = form.current;
      const { error } = await elements.submit();
      if (error) return;
      // Why it was declined, our server learns from Stripe and tells in our words.
      const confirmation = {
        elements,
        clientSecret,
        confirmParams: { return_url: window.location.href },
        redirect: 'if_required',
      } as const;
      if (props.purpose === 'setup') await stripe.confirmSetup(confirmation);
      else await stripe.confirmPayment(confirmation);
    },
  }));

  return (
    <fieldset
      className={classes.element}
      disabled={disabled}
      aria-label={method === 'card' ? t`Card` : t`Bank account`}
    >
      {phase === 'loading' ? <Skeleton height={280} /> : null}
      {phase === 'failed' ? (
        <Alert role="alert" color="red" variant="light">
          <Trans>The payment form could not be loaded. Check your connection and reload the page, or contact us.</Trans>
        </Alert>
      ) : null}
      <div ref={place} />
    </fieldset>
  );
}
