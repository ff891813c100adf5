import { Trans } from '@lingui/react/macro';
import { Alert, Skeleton } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import type { GatewayElementProps } from './gateway';

/** One folder per gateway, loaded only when it is chosen. */
const ELEMENTS: Record<string, ComponentType<GatewayElementProps>> = {
  sandbox: lazy(() => import('./sandbox/card-element')),
};

export function hasElement(gateway: string): boolean {
  return gateway in ELEMENTS;
}

export function GatewayElement({ gateway, ...props }: GatewayElementProps & { gateway: string }) {
  const Element = ELEMENTS[gateway];
  if (!Element) {
    return (
      <Alert color="red" variant="light">
        <Trans>This way to pay is not available here. Reload the page, or contact us.</Trans>
      </Alert>
    );
  }
  return (
    <Suspense fallback={<Skeleton height={280} />}>
      <Element {...props} />
    </Suspense>
  );
}
