import { zodResolver } from '@hookform/resolvers/zod';
import { t as now } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { ifMatch } from '@portico/api/client';
import { createTaxGroup, deleteTaxGroup, type TaxGroup, updateTaxGroup } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../../app/query-client';
import { SwitchField, TextField } from '../../../form/fields';
import { requiredText } from '../../../form/rules';
import { useSubmit } from '../../../form/use-submit';
import type { Column } from '../../../list/columns';
import { EditDrawer } from '../edit-drawer';
import { OpenCell } from '../open-cell';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { AddButton } from './add-button';
import { taxesQuery, taxGroupsQuery } from './tax.query';

export function TaxGroups() {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(taxGroupsQuery());
  const taxes = useQuery(taxesQuery());
  const [editing, setEditing] = useState<TaxGroup | 'new' | null>(null);
  const names = (ids: string[]) =>
    ids.map((id) => taxes.data?.data.find((tax) => tax.id === id)?.name ?? '…').join(' + ');
  const columns: Column<TaxGroup>[] = [
    {
      id: 'name',
      header: <Trans>Name</Trans>,
      phone: 'title',
      cell: (row) => <OpenCell onClick={() => setEditing(row)}>{row.name}</OpenCell>,
    },
    { id: 'taxes', header: <Trans>Taxes</Trans>, phone: 'meta', cell: (row) => names(row.tax_ids) },
    { id: 'rate', header: <Trans>Rate</Trans>, align: 'end', phone: 'aside', cell: (row) => format.percent(row.rate) },
  ];
  return (
    <SettingsSection title={<Trans>Tax groups</Trans>} action={<AddButton onClick={() => setEditing('new')} />}>
      <SettingsTable
        label={t`Tax groups`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        muted={(row) => !row.active}
        onOpen={setEditing}
        empty={<Trans>Several taxes that always come together, chosen as one.</Trans>}
      />
      {editing && <GroupDrawer group={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}

const schema = z.object({
  name: requiredText(100),
  tax_ids: z.array(z.string()).min(2, { error: () => now`At least two taxes` }),
  active: z.boolean(),
});

function GroupDrawer({ group, onClose }: { group: TaxGroup | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const taxes = useQuery(taxesQuery());
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: group?.name ?? '', tax_ids: group?.tax_ids ?? [], active: group?.active ?? true },
  });
  const { control } = form;
  const { submit, messages, sending } = useSubmit(
    form,
    async (body) => {
      await (group
        ? updateTaxGroup({ path: { id: group.id }, headers: ifMatch(group.version), body, throwOnError: true })
        : createTaxGroup({ body, throwOnError: true }));
      await refresh(client, 'listTaxGroups');
      onClose();
    },
    { rename: (path) => path.replace(/^tax_ids\.\d+$/, 'tax_ids') },
  );
  return (
    <EditDrawer
      title={group ? t`Edit tax group` : t`New tax group`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={
        group
          ? {
              title: t`Delete ${group.name}?`,
              run: async () => {
                await deleteTaxGroup({ path: { id: group.id }, throwOnError: true });
                await refresh(client, 'listTaxGroups');
                onClose();
              },
            }
          : undefined
      }
    >
      <TextField control={control} name="name" label={t`Name`} withAsterisk data-autofocus />
      <Controller
        control={control}
        name="tax_ids"
        render={({ field, fieldState }) => (
          <MultiSelect
            {...field}
            label={t`Taxes`}
            data={(taxes.data?.data ?? []).map((tax) => ({ value: tax.id, label: `${tax.name} (${tax.rate} %)` }))}
            error={fieldState.error?.message}
          />
        )}
      />
      <SwitchField control={control} name="active" label={t`Offered for new invoices`} />
    </EditDrawer>
  );
}
