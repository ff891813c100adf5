import { Trans, useLingui } from '@lingui/react/macro';
import type { Tax } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Column } from '../../../list/columns';
import { OpenCell } from '../open-cell';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { AddButton } from './add-button';
import { authoritiesQuery, taxesQuery } from './tax.query';
import { TaxDrawer } from './tax-drawer';

export function Taxes() {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(taxesQuery());
  const authorities = useQuery(authoritiesQuery());
  const [editing, setEditing] = useState<Tax | 'new' | null>(null);
  const authority = (id: string | null) => authorities.data?.data.find((row) => row.id === id)?.name;
  const columns: Column<Tax>[] = [
    {
      id: 'name',
      header: <Trans>Name</Trans>,
      phone: 'title',
      cell: (row) => <OpenCell onClick={() => setEditing(row)}>{row.name}</OpenCell>,
    },
    {
      id: 'flags',
      header: <Trans>Kind</Trans>,
      phone: 'status',
      cell: (row) => (
        <>
          {row.is_default && (
            <StatusBadge tone="positive">
              <Trans>Default</Trans>
            </StatusBadge>
          )}{' '}
          {row.compound && (
            <StatusBadge tone="info">
              <Trans>Compound</Trans>
            </StatusBadge>
          )}{' '}
          {!row.active && (
            <StatusBadge tone="neutral">
              <Trans>Inactive</Trans>
            </StatusBadge>
          )}
        </>
      ),
    },
    { id: 'authority', header: <Trans>Authority</Trans>, phone: 'meta', cell: (row) => authority(row.authority_id) },
    { id: 'rate', header: <Trans>Rate</Trans>, align: 'end', phone: 'aside', cell: (row) => format.percent(row.rate) },
  ];
  return (
    <SettingsSection title={<Trans>Taxes</Trans>} action={<AddButton onClick={() => setEditing('new')} />}>
      <SettingsTable
        label={t`Taxes`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        muted={(row) => !row.active}
        onOpen={setEditing}
        empty={<Trans>No tax yet. Without one, invoices are written without tax.</Trans>}
      />
      {editing && <TaxDrawer tax={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}
