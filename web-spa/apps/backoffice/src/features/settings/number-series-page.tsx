import { Trans, useLingui } from '@lingui/react/macro';
import type { NumberSeries } from '@portico/api/office';
import { listNumberSeriesOptions } from '@portico/api/office/query';
import { DocumentNumber } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../app/session';
import type { Column } from '../../list/columns';
import { NumberDrafts } from './number-drafts';
import { NumberSeriesDrawer } from './number-series-drawer';
import { OpenCell } from './open-cell';
import { OrganizationFrame } from './organization-frame';
import { SettingsSection } from './settings-section';
import { SettingsTable } from './settings-table';

export function useDocumentTypeName(): (type: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    invoice: t`Invoices`,
    payment: t`Payments`,
    estimate: t`Estimates`,
    sales_order: t`Sales orders`,
    credit_note: t`Credit notes`,
    retainer_invoice: t`Retainer invoices`,
  };
  return (type) => names[type] ?? type.replace(/_/g, ' ');
}

export function NumberSeriesPage() {
  const { t } = useLingui();
  const nameOf = useDocumentTypeName();
  const mayManage = useCan('manage_number_series');
  const query = useQuery(listNumberSeriesOptions());
  const [editing, setEditing] = useState<NumberSeries | null>(null);
  const columns: Column<NumberSeries>[] = [
    {
      id: 'type',
      header: <Trans>Document</Trans>,
      phone: 'title',
      cell: (row) =>
        mayManage ? (
          <OpenCell onClick={() => setEditing(row)}>{nameOf(row.document_type)}</OpenCell>
        ) : (
          nameOf(row.document_type)
        ),
    },
    { id: 'prefix', header: <Trans>Prefix</Trans>, phone: 'meta', cell: (row) => <bdi>{row.prefix}</bdi> },
    { id: 'padding', header: <Trans>Digits</Trans>, align: 'end', cell: (row) => row.padding },
    {
      id: 'preview',
      header: <Trans>Next number</Trans>,
      align: 'end',
      phone: 'aside',
      cell: (row) => <DocumentNumber>{row.preview}</DocumentNumber>,
    },
  ];
  return (
    <SettingsSection title={<Trans>Number series</Trans>}>
      <SettingsTable
        label={t`Number series`}
        query={query}
        columns={columns}
        rowId={(row) => row.document_type}
        onOpen={mayManage ? setEditing : undefined}
        empty={<Trans>No series yet</Trans>}
      />
      {editing && (
        <NumberSeriesDrawer series={editing} title={nameOf(editing.document_type)} onClose={() => setEditing(null)} />
      )}
      <OrganizationFrame>{(organization) => <NumberDrafts organization={organization} />}</OrganizationFrame>
    </SettingsSection>
  );
}
