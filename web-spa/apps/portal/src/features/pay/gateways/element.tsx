import { Trans } from '@lingui/react/macro';
import { Alert, Skeleton } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import type { GatewayElementProps } from './gateway';
import { ELEMENTS, keyOf, type Way } from './known';

const LAZY: Record<string, ComponentType<GatewayElementProps>> = Object.fromEntries(
  Object.entries(ELEMENTS).map(([way, load]) => [way, lazy(load)]),
);

export function GatewayElement({ way, ...props }: GatewayElementProps & { way: Way }) {
  const Element = LAZY[keyOf(way)];
  if (!Element) return <UnknownWay />;
  return (
    <Suspense fallback={<Skeleton height={280} />}>
      <Element {...props} />
    </Suspense>
  );
}

/** The server knows a gateway that this app does not: it was updated meanwhile. */
export function UnknownWay() {
  return (
    <Alert color="red" variant="light">
      <Trans>This way to pay is not available here. Reload the page, or contact us.</Trans>
    </Alert>
  );
}
