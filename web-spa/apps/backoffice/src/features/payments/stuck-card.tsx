import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { acceptPaymentDifference, checkPayment, rejectPaymentDifference, type StuckPayment } from '@portico/api/office';
import { ConfirmDialog, Instant, Link, Money, Panel, PaymentState } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { gatewayName } from '../../app/gateway-name';
import { failed } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { stuckText } from './stuck-text';
import { useIntentKey } from './use-intent-key';

/** One payment that needs looking at: since when, why, what the gateway said last, and what to do. */
export function StuckCard({ stuck }: { stuck: StuckPayment }) {
  const { payment } = stuck;
  const client = useQueryClient();
  const mayRecord = useCan('record_payments');
  const keyOf = useIntentKey();
  const text = stuckText(stuck);
  const touched = () => refresh(client, 'listStuckPayments', ...MONEY_VIEWS);
  const check = useMutation({
    mutationFn: () => checkPayment({ path: { id: payment.id }, throwOnError: true }),
    onError: failed,
    onSettled: touched,
  });
  const accept = useMutation({
    mutationFn: () =>
      acceptPaymentDifference({
        path: { id: payment.id },
        headers: idempotent(keyOf(stuck.taken)),
        throwOnError: true,
      }),
    onError: failed,
    onSettled: touched,
  });
  const [rejecting, setRejecting] = useState(false);
  const reject = useMutation({
    mutationFn: () =>
      rejectPaymentDifference({
        path: { id: payment.id },
        headers: idempotent(keyOf({ rejected: stuck.taken })),
        throwOnError: true,
      }),
    onSuccess: () => setRejecting(false),
    onSettled: touched,
  });
  const acceptable = stuck.taken && stuck.taken.currency === payment.amount.currency;

  return (
    <Panel title={text.reason}>
      <Group gap="xs" mb="xs">
        <Link to="/payments/$paymentId" params={{ paymentId: payment.id }}>
          <Money value={payment.amount} />
        </Link>
        <Link to="/customers/$customerId" params={{ customerId: payment.customer.id }}>
          {payment.customer.name}
        </Link>
        <PaymentState state={payment.state} />
        {payment.gateway && <span>{gatewayName(payment.gateway)}</span>}
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          Since <Instant value={stuck.since} />
        </Trans>
        {stuck.checked_at && (
          <>
            {' · '}
            <Trans>
              last asked <Instant value={stuck.checked_at} />
            </Trans>
          </>
        )}
      </Text>
      {stuck.error && (
        <Text size="sm" c="dimmed">
          <Trans>
            The gateway's error: <bdi>{stuck.error}</bdi>
          </Trans>
        </Text>
      )}
      {stuck.taken && (
        <Text size="sm">
          <Trans>
            It was asked for <Money value={payment.amount} /> and took <Money value={stuck.taken} />.
          </Trans>
        </Text>
      )}
      <Text size="sm" my="xs">
        {text.advice}
      </Text>
      {mayRecord && (
        <Group gap="xs">
          {acceptable && (
            <Button size="xs" loading={accept.isPending} onClick={() => accept.mutate()}>
              <Trans>Accept what it took</Trans>
            </Button>
          )}
          {stuck.taken && (
            <Button size="xs" variant="default" onClick={() => setRejecting(true)}>
              <Trans>Reject it…</Trans>
            </Button>
          )}
          <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
            <Trans>Check now</Trans>
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={rejecting}
        title={<Trans>Reject what the gateway took?</Trans>}
        confirmLabel={<Trans>Reject it</Trans>}
        danger
        busy={reject.isPending}
        error={reject.error}
        onConfirm={() => reject.mutate()}
        onClose={() => setRejecting(false)}
      >
        <Trans>
          The payment has failed then, and its invoices can be paid anew. Nothing of the money is booked here: give it
          back at the gateway.
        </Trans>
      </ConfirmDialog>
    </Panel>
  );
}
