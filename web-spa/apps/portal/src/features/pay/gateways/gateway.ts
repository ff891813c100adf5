import type { Money } from '@portico/api/portal';
import type { Ref } from 'react';

/** What our pay pages need from a gateway's own element. Card data stays inside it. */
export interface GatewayHandle {
  /** Everything is filled in; otherwise the element says what is missing. */
  ready: () => boolean;
  /** Hands the payer's data to the gateway. A refusal is no error: the outcome is asked from our server afterwards. */
  confirm: (clientSecret: string) => Promise<void>;
}

/** What our pages need from a gateway to let the payer's bank ask whether it is the payer. */
export interface ChallengeHandle {
  /** Has the bank ask. How it ended, our server is asked afterwards. */
  ask: (clientSecret: string) => Promise<void>;
}

export interface GatewayChallengeProps {
  ref: Ref<ChallengeHandle>;
  publicKey: string | null;
}

export interface Billing {
  name: string;
  address: string;
  zip: string;
  country: string;
}

export interface GatewayElementProps {
  ref: Ref<GatewayHandle>;
  billing: Billing;
  disabled: boolean;
  /** Whether what is entered pays at once, or is only kept for later. */
  purpose: 'payment' | 'setup';
  /** What pays is kept as well. */
  keep?: boolean;
  /** Of a payment that was begun before the form was shown. */
  clientSecret?: string;
  /** What will be paid; it may still change while the form is open. Of what is only kept, the currency matters. */
  amount: Money;
  /** With which the payer's browser talks to the gateway, where the gateway gives one. */
  publicKey: string | null;
}
