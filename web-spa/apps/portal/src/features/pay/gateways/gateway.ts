import type { Money } from '@portico/api/portal';
import type { Ref } from 'react';

/** What our pay pages need from a gateway's own element. Card data stays inside it. */
export interface GatewayHandle {
  /** Everything is filled in; otherwise the element says what is missing. */
  ready: () => boolean;
  /** Hands the payer's data to the gateway. A refusal is no error: the outcome is asked from our server afterwards. */
  confirm: (clientSecret: string) => Promise<void>;
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
  /** What will be paid; it may still change while the form is open. */
  amount: Money;
  /** With which the payer's browser talks to the gateway, where the gateway gives one. */
  publicKey: string | null;
}
