import { Skeleton } from '@mantine/core';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { UnknownWay } from './element';
import type { GatewayChallengeProps } from './gateway';
import { CHALLENGES } from './known';

const LAZY: Record<string, ComponentType<GatewayChallengeProps>> = Object.fromEntries(
  Object.entries(CHALLENGES).map(([gateway, load]) => [gateway, lazy(load)]),
);

interface ChallengeProps extends GatewayChallengeProps {
  gateway: string;
  /** What begins it, shown once it can. */
  children: ReactNode;
}

export function GatewayChallenge({ gateway, children, ...props }: ChallengeProps) {
  const Challenge = LAZY[gateway];
  if (!Challenge) return <UnknownWay />;
  return (
    <Suspense fallback={<Skeleton height={50} />}>
      <Challenge {...props} />
      {children}
    </Suspense>
  );
}
