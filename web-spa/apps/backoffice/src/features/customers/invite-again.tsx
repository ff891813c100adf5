import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type InvitationReport, reinvitePeople } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { InvitationReportDialog } from './invitation-report';

/** Invites everybody who has to be invited again, as after the portal moved; in as many requests as it takes. */
export function InviteAgain() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [report, setReport] = useState<InvitationReport | null>(null);
  const [busy, setBusy] = useState(false);

  const invite = async () => {
    setBusy(true);
    try {
      const all: InvitationReport = { data: [], left: 0 };
      for (let going = true; going; ) {
        const { data } = await reinvitePeople({ throwOnError: true });
        all.data.push(...data.data);
        going = data.left > 0 && data.data.some((row) => row.invited);
      }
      await refresh(client, 'listCustomers', 'getCustomer', 'listContactPersons');
      setReport(all);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="compact-sm" variant="default" mt="md" loading={busy} onClick={invite}>
        <Trans>Invite everybody again who needs it</Trans>
      </Button>
      <InvitationReportDialog title={t`Invitations`} report={report} onClose={() => setReport(null)} />
    </>
  );
}
