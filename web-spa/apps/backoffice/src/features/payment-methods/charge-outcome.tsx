import { Trans } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import type { Payment } from '@portico/api/office';
import { Link } from '@portico/ui';
import { PaymentFailure } from '../payments/payment-failure';

/** It was tried, and nothing was charged. */
export function ChargeFailed({ payment }: { payment: Payment }) {
  return (
    <>
      <Text size="sm" fw={500} mb="xs">
        <Trans>Nothing was charged.</Trans>
      </Text>
      {payment.failure && <PaymentFailure failure={payment.failure} />}
    </>
  );
}

/** The gateway did not answer in time. */
export function ChargeUnsure() {
  return (
    <Alert color="orange" mb="md" title={<Trans>We cannot tell yet whether it was charged</Trans>}>
      <Text size="sm">
        <Trans>
          The attempt stays open, and the gateway is asked again by itself. You may press Charge again without changing
          anything: it is never charged twice.
        </Trans>
      </Text>
      <Text size="sm">
        <Trans>
          What comes of it shows under <Link to="/payments">Payments</Link>; what takes too long under{' '}
          <Link to="/payments/stuck">Reconciliation</Link>.
        </Trans>
      </Text>
    </Alert>
  );
}
