import type { PaymentOption } from '@portico/api/portal';
import type { ComponentType } from 'react';
import type { GatewayElementProps } from './gateway';

/** One form for each way to pay, loaded only when it is chosen. */
export const ELEMENTS: Record<string, () => Promise<{ default: ComponentType<GatewayElementProps> }>> = {
  'sandbox/card': () => import('./sandbox/card-element'),
  'sandbox/bank_debit': () => import('./sandbox/account-element'),
  'paypal/wallet': () => import('./paypal/wallet-element'),
};

export type Way = Pick<PaymentOption, 'gateway' | 'method'>;

export const keyOf = ({ gateway, method }: Way): string => `${gateway}/${method}`;

export function hasElement(way: Way): boolean {
  return keyOf(way) in ELEMENTS;
}
