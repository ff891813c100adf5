import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { decideRefund, type Refund } from '@portico/api/office';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failed } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useCan } from '../../app/session';

/** A refund that the gateway never answered: only somebody who looks there can tell whether it was made. */
export function RefundDecision({ refund }: { refund: Refund }) {
  const client = useQueryClient();
  const mayRefund = useCan('refund_payments');
  const decide = useMutation({
    mutationFn: (made: boolean) =>
      decideRefund({
        path: { id: refund.payment_id, refund_id: refund.id },
        body: { made },
        throwOnError: true,
      }),
    onError: failed,
    onSettled: () => refresh(client, ...MONEY_VIEWS),
  });
  return (
    <>
      <Text size="xs" c="dimmed" my="xs">
        <Trans>
          The gateway never answered and is asked no more, lest it be made twice. Look there, then say whether it was
          made.
        </Trans>
      </Text>
      {mayRefund && (
        <Group gap="xs">
          <Button size="compact-xs" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            <Trans>It was made</Trans>
          </Button>
          <Button size="compact-xs" variant="default" loading={decide.isPending} onClick={() => decide.mutate(false)}>
            <Trans>It was not made</Trans>
          </Button>
        </Group>
      )}
    </>
  );
}
