import type { ComponentType } from 'react';
import type { GatewayElementProps } from './gateway';

/** One folder per gateway, loaded only when it is chosen. */
export const ELEMENTS: Record<string, () => Promise<{ default: ComponentType<GatewayElementProps> }>> = {
  sandbox: () => import('./sandbox/card-element'),
};

export function hasElement(gateway: string): boolean {
  return gateway in ELEMENTS;
}
