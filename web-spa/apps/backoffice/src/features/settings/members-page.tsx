import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Member } from '@portico/api/office';
import { listMembersOptions } from '@portico/api/office/query';
import { Instant, StatusBadge, type Tone } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../app/session';
import type { Column } from '../../list/columns';
import { IconPlus } from '../../shell/icons';
import { roleName } from '../../shell/role-name';
import { InviteMember, MemberDrawer } from './member-drawer';
import { OpenCell } from './open-cell';
import { SettingsSection } from './settings-section';
import { SettingsTable } from './settings-table';

const TONES: Record<string, Tone> = { active: 'positive', invited: 'info', inactive: 'neutral' };

export function MembersPage() {
  const { t } = useLingui();
  const mayManage = useCan('manage_members');
  const query = useQuery(listMembersOptions({ query: { limit: 200 } }));
  const [editing, setEditing] = useState<Member | 'new' | null>(null);
  const states: Record<string, string> = { active: t`Active`, invited: t`Invited`, inactive: t`Inactive` };
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: <Trans>Name</Trans>,
      phone: 'title',
      cell: (row) => (mayManage ? <OpenCell onClick={() => setEditing(row)}>{row.name}</OpenCell> : row.name),
    },
    { id: 'email', header: <Trans>E-mail</Trans>, phone: 'meta', cell: (row) => <bdi>{row.email}</bdi> },
    { id: 'role', header: <Trans>Role</Trans>, phone: 'aside', cell: (row) => roleName(row.role) },
    {
      id: 'status',
      header: <Trans>Status</Trans>,
      phone: 'status',
      cell: (row) => (
        <StatusBadge tone={TONES[row.status] ?? 'neutral'}>{states[row.status] ?? row.status}</StatusBadge>
      ),
    },
    {
      id: 'seen',
      header: <Trans>Last sign-in</Trans>,
      cell: (row) => row.last_sign_in_at && <Instant value={row.last_sign_in_at} />,
    },
  ];
  return (
    <SettingsSection
      title={<Trans>Members</Trans>}
      action={
        mayManage && (
          <Button leftSection={<IconPlus />} onClick={() => setEditing('new')}>
            <Trans>Invite</Trans>
          </Button>
        )
      }
    >
      <SettingsTable
        label={t`Members`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        muted={(row) => row.status === 'inactive'}
        onOpen={mayManage ? setEditing : undefined}
        empty={<Trans>Only you, so far.</Trans>}
      />
      {editing === 'new' && <InviteMember onClose={() => setEditing(null)} />}
      {editing && editing !== 'new' && <MemberDrawer member={editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}
