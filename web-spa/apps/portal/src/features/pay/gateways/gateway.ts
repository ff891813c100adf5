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
}
