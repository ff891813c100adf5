import { Trans } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import type { PortalPayment } from '@portico/api/portal';
import { CrossIcon, EmptyState, LinkButton } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import { DeclineReason } from './decline-reason';

export function OutcomeFailed({ payment }: { payment: PortalPayment }) {
  const portal = usePortalName();
  const invoices = payment.allocations.map(({ invoice_id }) => invoice_id).join(',');
  return (
    <EmptyState
      icon={<CrossIcon />}
      tone="negative"
      title={
        payment.state === 'cancelled' ? (
          <Trans>The payment was cancelled</Trans>
        ) : (
          <Trans>The payment did not go through</Trans>
        )
      }
      action={
        <Group gap="sm" justify="center">
          <LinkButton to="/$portal" params={{ portal }} variant="default">
            <Trans>Later</Trans>
          </LinkButton>
          {invoices ? (
            <LinkButton to="/$portal/pay" params={{ portal }} search={{ invoices }}>
              <Trans>Try again</Trans>
            </LinkButton>
          ) : (
            <LinkButton to="/$portal/invoices" params={{ portal }} search={{ status: 'unpaid' }}>
              <Trans>See your invoices</Trans>
            </LinkButton>
          )}
        </Group>
      }
    >
      {payment.state === 'failed' ? <DeclineReason failure={payment.failure} /> : null}{' '}
      <Trans>You were not charged.</Trans>
    </EmptyState>
  );
}
