import { Trans, useLingui } from '@lingui/react/macro';
import { Table, Text } from '@mantine/core';
import type { Refund } from '@portico/api/office';
import { Day, DocumentNumber, Money, Panel, StatusBadge, type Tone, usePaymentMode } from '@portico/ui';
import { gatewayName } from '../../app/gateway-name';
import classes from './payment-page.module.css';
import { RefundDecision } from './refund-decision';
import { RefundFailure } from './refund-failure';

const TONES: Record<string, Tone> = { requested: 'info', pending: 'info', succeeded: 'positive', failed: 'negative' };

/** What was given back of a payment, what is on its way, and what did not work. */
export function Refunds({ refunds }: { refunds: readonly Refund[] }) {
  if (refunds.length === 0) {
    return null;
  }
  return (
    <Panel title={<Trans>Refunds</Trans>}>
      <Table fz={13} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Date</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>How</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>State</Trans>
            </Table.Th>
            <Table.Th ta="end">
              <Trans>Amount</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {refunds.map((refund) => (
            <Row key={refund.id} refund={refund} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function Row({ refund }: { refund: Refund }) {
  const { t } = useLingui();
  const mode = usePaymentMode();
  const names: Record<string, string> = {
    requested: t`Asked for`,
    pending: t`Processing`,
    succeeded: t`Given back`,
    failed: t`Failed`,
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Day value={refund.date} />
      </Table.Td>
      <Table.Td>
        {refund.mode ? mode(refund.mode) : refund.gateway && gatewayName(refund.gateway)}
        {refund.reference && (
          <Text size="xs" c="dimmed">
            <bdi>{refund.reference}</bdi>
          </Text>
        )}
        {refund.reason && (
          <Text size="xs" c="dimmed" dir="auto">
            {refund.reason}
          </Text>
        )}
        {refund.allocations.map((part) => (
          <Text key={part.invoice_id} size="xs" c="dimmed">
            <Trans>
              From <DocumentNumber>{part.invoice_number}</DocumentNumber>: <Money value={part.amount} />
            </Trans>
          </Text>
        ))}
        {refund.unanswered && <RefundDecision refund={refund} />}
      </Table.Td>
      <Table.Td>
        <StatusBadge tone={TONES[refund.state] ?? 'neutral'}>{names[refund.state] ?? refund.state}</StatusBadge>
        {refund.failure && (
          <Text size="xs" mt={4}>
            <RefundFailure code={refund.failure} />
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <Money value={refund.amount} />
      </Table.Td>
    </Table.Tr>
  );
}
