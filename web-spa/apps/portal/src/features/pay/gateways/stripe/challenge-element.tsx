import { loadStripe } from '@stripe/stripe-js/pure';
import { useImperativeHandle } from 'react';
import type { GatewayChallengeProps } from '../gateway';

/** Stripe opens the bank's page in a frame above ours. */
export default function StripeChallenge({ ref, publicKey }: GatewayChallengeProps) {
  useImperativeHandle(ref, () => ({
    ask: async (clientSecret) => {
      const stripe = publicKey ? await loadStripe(publicKey) : null;
      if (!stripe) throw new Error('Stripe cannot be loaded');
      // What the bank said, our server learns from Stripe.
      await stripe.handleNextAction({ clientSecret });
    },
  }));
  return null;
}
