import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type CustomerSummary, type InvitationReport, inviteCustomers } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { InvitationReportDialog } from './invitation-report';

interface InviteSelectedProps {
  customers: readonly CustomerSummary[];
  onDone: () => void;
}

/** Invites the primary contact of each selected customer and reports row by row; one failure stops nobody else. */
export function InviteSelected({ customers, onDone }: InviteSelectedProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [report, setReport] = useState<InvitationReport | null>(null);
  const [busy, setBusy] = useState(false);

  const invite = async () => {
    setBusy(true);
    try {
      const body = { customer_ids: customers.map(({ id }) => id) };
      const { data } = await inviteCustomers({ body, throwOnError: true });
      await refresh(client, 'listCustomers', 'getCustomer', 'listContactPersons');
      setReport(data);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="compact-sm" variant="default" loading={busy} onClick={invite}>
        <Trans>Invite to the portal</Trans>
      </Button>
      <InvitationReportDialog
        title={t`Invitations`}
        report={report}
        onClose={() => {
          setReport(null);
          onDone();
        }}
      />
    </>
  );
}
