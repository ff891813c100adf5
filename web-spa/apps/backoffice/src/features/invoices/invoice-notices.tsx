import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import { type Invoice, retryMail } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { IconMail } from '../../shell/icons';
import { TransferAnnounced } from './transfer-announced';

/** What somebody looking at this invoice must know first. */
export function InvoiceNotices({ invoice }: { invoice: Invoice }) {
  return (
    <>
      {invoice.void_reason !== null && (
        <Alert color="gray" mb="sm" className="no-print">
          <Trans>Voided: {invoice.void_reason}</Trans>
        </Alert>
      )}
      {invoice.flags.payment_pending && (
        <Alert color="blue" mb="sm" className="no-print">
          <Trans>A payment is being processed by the gateway. Until it is settled no second one is possible.</Trans>
        </Alert>
      )}
      {invoice.transfer_notice && <TransferAnnounced invoice={invoice} notice={invoice.transfer_notice} />}
      {invoice.mail?.status === 'failed' && <MailFailed mailId={invoice.mail.mail_id} reason={invoice.mail.error} />}
    </>
  );
}

function MailFailed({ mailId, reason }: { mailId: string; reason: string | null }) {
  const client = useQueryClient();
  const mayRetry = useCan('retry_mail');
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    try {
      await retryMail({ path: { id: mailId }, throwOnError: true });
      await refresh(client, 'getInvoice', 'listMails', 'getOfficeHome');
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert
      color="red"
      icon={<IconMail />}
      mb="sm"
      className="no-print"
      title={<Trans>The e-mail was not delivered</Trans>}
    >
      <Group justify="space-between" gap="sm">
        <bdi>{reason}</bdi>
        {mayRetry && (
          <Button size="xs" variant="default" loading={busy} onClick={retry}>
            <Trans>Send again</Trans>
          </Button>
        )}
      </Group>
    </Alert>
  );
}
