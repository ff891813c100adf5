import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { PortalRefund } from '@portico/api/portal';
import { Day, Money } from '@portico/ui';

/** What the customer got back of a payment, and what is on its way. */
export default function Refunds({ refunds }: { refunds: readonly PortalRefund[] }) {
  return refunds.map((refund, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: refunds are only ever added at the end, and have no id here
    <Text key={at} size="sm">
      {refund.state === 'succeeded' ? (
        <Trans>
          <Money value={refund.amount} /> was given back on <Day value={refund.date} long />.
        </Trans>
      ) : (
        <Trans>
          <Money value={refund.amount} /> is being given back.
        </Trans>
      )}
    </Text>
  ));
}
