import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import type { Payment } from '@portico/api/office';
import { LinkButton, Money } from '@portico/ui';

/** The gateway has taken the order, and the money is not there yet. */
export function ChargeUnderWay({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  return (
    <>
      <Alert color="blue" title={<Trans>The payment is under way</Trans>}>
        {payment.mode === 'direct_debit' ? (
          <Trans>
            The bank is asked for <Money value={payment.amount} />. A debit takes a few days; the invoice is paid once
            the money has come.
          </Trans>
        ) : (
          <Trans>
            The gateway is processing <Money value={payment.amount} />. The invoice is paid once it has finished.
          </Trans>
        )}
      </Alert>
      <Group justify="flex-end" gap="xs" mt="md">
        <LinkButton to="/payments/$paymentId" params={{ paymentId: payment.id }} variant="default">
          <Trans>See the payment</Trans>
        </LinkButton>
        <Button onClick={onClose} autoFocus>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </>
  );
}
