import { Trans } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import type { PortalPayment } from '@portico/api/portal';
import { CheckIcon, DocumentNumber, EmptyState, Link, LinkButton, Money } from '@portico/ui';
import { Facts } from '../document/facts';
import { usePortalName } from '../shell/use-portal';

export function OutcomeSucceeded({ payment }: { payment: PortalPayment }) {
  const portal = usePortalName();
  return (
    <>
      <EmptyState
        icon={<CheckIcon />}
        tone="positive"
        title={
          <Trans>
            Thank you, <Money value={payment.amount} /> received
          </Trans>
        }
      >
        <Trans>A receipt is on its way to your e-mail address.</Trans>
      </EmptyState>
      <Facts
        facts={payment.allocations.map(({ invoice_id: invoiceId, invoice_number: number, amount }) => [
          <Link key={invoiceId} to="/$portal/invoices/$invoiceId" params={{ portal, invoiceId }}>
            <DocumentNumber>{number}</DocumentNumber>
          </Link>,
          <Money key="amount" value={amount} />,
        ])}
      />
      <Group justify="center" mt="lg" gap="sm">
        <LinkButton to="/$portal/payments/$paymentId" params={{ portal, paymentId: payment.id }} variant="default">
          <Trans>See the receipt</Trans>
        </LinkButton>
        <LinkButton to="/$portal" params={{ portal }}>
          <Trans>Done</Trans>
        </LinkButton>
      </Group>
    </>
  );
}
