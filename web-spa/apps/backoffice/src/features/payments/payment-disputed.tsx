import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { Instant } from '@portico/ui';
import { IconAlertTriangle } from '../../shell/icons';

/** The payer wants money back that was taken: what staff do at the gateway, and what they record here. */
export function PaymentDisputed({ since }: { since: string }) {
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} mb="md" title={<Trans>Disputed</Trans>}>
      <Trans>
        Since <Instant value={since} /> the payer disputes this payment, or the payer's bank has returned it. Answer at
        the gateway. What the gateway takes back for it you record here under Refund.
      </Trans>
    </Alert>
  );
}
