import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { createTaxExemption, deleteTaxExemption, type TaxExemption, updateTaxExemption } from '@portico/api/office';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../../app/query-client';
import { SelectField, TextField } from '../../../form/fields';
import { optionalText, orNull, requiredText } from '../../../form/rules';
import { useSubmit } from '../../../form/use-submit';
import type { Column } from '../../../list/columns';
import { EditDrawer } from '../edit-drawer';
import { OpenCell } from '../open-cell';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { AddButton } from './add-button';
import { exemptionsQuery } from './tax.query';

export function Exemptions() {
  const { t } = useLingui();
  const query = useQuery(exemptionsQuery());
  const [editing, setEditing] = useState<TaxExemption | 'new' | null>(null);
  const columns: Column<TaxExemption>[] = [
    {
      id: 'code',
      header: <Trans>Code</Trans>,
      phone: 'title',
      cell: (row) => <OpenCell onClick={() => setEditing(row)}>{row.code}</OpenCell>,
    },
    { id: 'description', header: <Trans>Description</Trans>, phone: 'meta', cell: (row) => row.description },
    {
      id: 'kind',
      header: <Trans>Concerns</Trans>,
      phone: 'aside',
      cell: (row) => (row.kind === 'item' ? <Trans>Items</Trans> : <Trans>Customers</Trans>),
    },
  ];
  return (
    <SettingsSection title={<Trans>Exemptions</Trans>} action={<AddButton onClick={() => setEditing('new')} />}>
      <SettingsTable
        label={t`Exemptions`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={setEditing}
        empty={<Trans>Reasons why a customer or an item is not taxed.</Trans>}
      />
      {editing && <ExemptionDrawer exemption={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}

const schema = z.object({ code: requiredText(50), description: optionalText(500), kind: z.enum(['customer', 'item']) });

function ExemptionDrawer({ exemption, onClose }: { exemption: TaxExemption | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      code: exemption?.code ?? '',
      description: exemption?.description ?? '',
      kind: exemption?.kind === 'item' ? 'item' : 'customer',
    },
  });
  const { control } = form;
  const touched = () => refresh(client, 'listTaxExemptions');
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const body = { ...values, code: values.code.trim(), description: orNull(values.description) };
    await (exemption
      ? updateTaxExemption({ path: { id: exemption.id }, body, throwOnError: true })
      : createTaxExemption({ body, throwOnError: true }));
    await touched();
    onClose();
  });
  return (
    <EditDrawer
      title={exemption ? t`Edit exemption` : t`New exemption`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={
        exemption
          ? {
              title: t`Delete ${exemption.code}?`,
              run: async () => {
                await deleteTaxExemption({ path: { id: exemption.id }, throwOnError: true });
                await touched();
                onClose();
              },
            }
          : undefined
      }
    >
      <TextField control={control} name="code" label={t`Code`} withAsterisk data-autofocus />
      <TextField control={control} name="description" label={t`Description`} />
      <SelectField
        control={control}
        name="kind"
        label={t`Concerns`}
        data={[
          { value: 'customer', label: t`Customers` },
          { value: 'item', label: t`Items` },
        ]}
      />
    </EditDrawer>
  );
}
