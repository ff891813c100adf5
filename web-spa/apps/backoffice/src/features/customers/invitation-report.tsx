import { Trans, useLingui } from '@lingui/react/macro';
import { List, Modal, Text } from '@mantine/core';
import type { InvitationReport } from '@portico/api/office';
import { IconCheck, IconX } from '../../shell/icons';

interface InvitationReportDialogProps {
  title: string;
  report: InvitationReport | null;
  onClose: () => void;
}

/** Who was invited, and who was not and why. */
export function InvitationReportDialog({ title, report, onClose }: InvitationReportDialogProps) {
  const { t } = useLingui();
  const reasons: Record<string, string> = {
    no_contact_person: t`No contact person with an e-mail address`,
    no_email: t`No contact person with an e-mail address`,
    has_access: t`Has access already`,
    disabled: t`Was shut out: give access back on the customer's page`,
    email_taken: t`Another person of this customer has the address`,
    customer_inactive: t`The customer is inactive`,
    portal_closed: t`The portal is closed`,
  };
  const rows = report?.data ?? [];
  return (
    <Modal opened={report !== null} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      {rows.length === 0 && (
        <Text size="sm">
          <Trans>Nobody has to be invited again.</Trans>
        </Text>
      )}
      <List size="sm" spacing={6} center>
        {rows.map((row) => (
          <List.Item
            key={`${row.customer.id} ${row.email}`}
            icon={
              row.invited ? <IconCheck color="var(--portico-positive)" /> : <IconX color="var(--portico-negative)" />
            }
          >
            {row.customer.name}
            <Text size="xs" c="dimmed">
              <bdi>{row.invited ? row.email : (reasons[row.obstacle ?? ''] ?? row.obstacle)}</bdi>
            </Text>
          </List.Item>
        ))}
      </List>
    </Modal>
  );
}
