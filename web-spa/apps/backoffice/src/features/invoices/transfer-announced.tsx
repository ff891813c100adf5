import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import { dismissTransferNotice, type Invoice } from '@portico/api/office';
import { Day, LinkButton } from '@portico/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';

interface TransferAnnouncedProps {
  invoice: Invoice;
  notice: NonNullable<Invoice['transfer_notice']>;
}

/** The customer says that the money is under way: to be recorded when it has come, or dismissed. */
export function TransferAnnounced({ invoice, notice }: TransferAnnouncedProps) {
  const client = useQueryClient();
  const mayRecord = useCan('record_payments');
  const [busy, setBusy] = useState(false);
  const dismiss = async () => {
    setBusy(true);
    try {
      await dismissTransferNotice({ path: { id: invoice.id }, throwOnError: true });
      await refresh(client, 'getInvoice', 'getInvoiceTimeline');
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert color="blue" mb="sm" className="no-print">
      <Group justify="space-between" gap="sm">
        <span>
          <Trans>
            The customer says it was transferred on <Day value={notice.transferred_on} /> (<bdi>{notice.told_by}</bdi>).
            Record the payment when it has arrived.
          </Trans>
        </span>
        {mayRecord && (
          <Group gap="xs">
            <LinkButton
              to="/payments/new"
              search={{ customer_id: invoice.customer.id, invoice_id: invoice.id }}
              size="xs"
              variant="default"
            >
              <Trans>Record payment</Trans>
            </LinkButton>
            <Button size="xs" variant="subtle" loading={busy} onClick={dismiss}>
              <Trans>Dismiss</Trans>
            </Button>
          </Group>
        )}
      </Group>
    </Alert>
  );
}
