import { Trans } from '@lingui/react/macro';
import type { PortalPayment } from '@portico/api/portal';
import { ClockIcon, EmptyState, Money } from '@portico/ui';
import type { ReactNode } from 'react';

export function OutcomePending({ payment, children }: { payment: PortalPayment; children: ReactNode }) {
  return (
    <EmptyState
      icon={<ClockIcon />}
      title={
        <Trans>
          Your payment of <Money value={payment.amount} /> is being processed
        </Trans>
      }
      action={children}
    >
      {payment.mode === 'direct_debit' ? (
        <p>
          <Trans>A bank debit takes some days.</Trans>
        </p>
      ) : null}
      <Trans>You may close this page; nothing is lost. Please do not pay again: we will tell you how it went.</Trans>
    </EmptyState>
  );
}
