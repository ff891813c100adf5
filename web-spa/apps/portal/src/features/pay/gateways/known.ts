import type { PaymentOption } from '@portico/api/portal';
import type { ComponentType } from 'react';
import type { GatewayChallengeProps, GatewayElementProps } from './gateway';

/** One form for each way to pay, loaded only when it is chosen. */
export const ELEMENTS: Record<string, () => Promise<{ default: ComponentType<GatewayElementProps> }>> = {
  'sandbox/card': () => import('./sandbox/card-element'),
  'sandbox/bank_debit': () => import('./sandbox/account-element'),
  'paypal/wallet': () => import('./paypal/wallet-element'),
  'stripe/card': () => import('./stripe/card-element'),
  'stripe/bank_debit': () => import('./stripe/account-element'),
};

/** How the payer's bank asks about a payment that was begun, by gateway. */
export const CHALLENGES: Record<string, () => Promise<{ default: ComponentType<GatewayChallengeProps> }>> = {
  sandbox: () => import('./sandbox/challenge-element'),
  stripe: () => import('./stripe/challenge-element'),
};

export type Way = Pick<PaymentOption, 'gateway' | 'method'>;

export const keyOf = ({ gateway, method }: Way): string => `${gateway}/${method}`;

export function hasElement(way: Way): boolean {
  return keyOf(way) in ELEMENTS;
}

/** The gateway's key for the browser, where the option or the payment brings one. */
export function publicKeyOf(from: { gateway?: string | null; public_key?: string | null }): string | null {
  return from.public_key ?? null;
}
