import { Trans, useLingui } from '@lingui/react/macro';
import { Button, List, Modal, Text } from '@mantine/core';
import { type CustomerSummary, getCustomer, grantPortalAccess } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../app/problem';
import { refresh } from '../../app/query-client';
import { IconCheck, IconX } from '../../shell/icons';

interface Row {
  name: string;
  invited: boolean;
  reason: string;
}

interface InviteSelectedProps {
  customers: readonly CustomerSummary[];
  onDone: () => void;
}

/** Invites the primary contact of each selected customer and reports row by row; one failure stops nobody else. */
export function InviteSelected({ customers, onDone }: InviteSelectedProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [rows, setRows] = useState<Row[] | null>(null);
  const [busy, setBusy] = useState(false);

  const inviteOne = async ({ id, display_name: name }: CustomerSummary): Promise<Row> => {
    try {
      const { data } = await getCustomer({ path: { id }, throwOnError: true });
      const person = data.primary_contact;
      if (!person?.email) {
        return { name, invited: false, reason: t`No contact person with an e-mail address` };
      }
      await grantPortalAccess({ path: { id, person_id: person.id }, body: {}, throwOnError: true });
      return { name, invited: true, reason: person.email };
    } catch (error) {
      return { name, invited: false, reason: explain(error) };
    }
  };

  const invite = async () => {
    setBusy(true);
    const result: Row[] = [];
    for (const customer of customers) {
      result.push(await inviteOne(customer));
    }
    await refresh(client, 'listCustomers', 'getCustomer', 'listContactPersons');
    setBusy(false);
    setRows(result);
  };

  return (
    <>
      <Button size="compact-sm" variant="default" loading={busy} onClick={invite}>
        <Trans>Invite to the portal</Trans>
      </Button>
      <Modal
        opened={rows !== null}
        onClose={() => {
          setRows(null);
          onDone();
        }}
        title={t`Invitations`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <List size="sm" spacing={6} center>
          {rows?.map((row) => (
            <List.Item
              key={row.name}
              icon={
                row.invited ? <IconCheck color="var(--portico-positive)" /> : <IconX color="var(--portico-negative)" />
              }
            >
              {row.name}
              <Text size="xs" c="dimmed">
                <bdi>{row.reason}</bdi>
              </Text>
            </List.Item>
          ))}
        </List>
      </Modal>
    </>
  );
}
