import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { createTaxAuthority, deleteTaxAuthority, type TaxAuthority, updateTaxAuthority } from '@portico/api/office';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../../app/query-client';
import { TextField } from '../../../form/fields';
import { optionalText, orNull, requiredText } from '../../../form/rules';
import { useSubmit } from '../../../form/use-submit';
import type { Column } from '../../../list/columns';
import { EditDrawer } from '../edit-drawer';
import { OpenCell } from '../open-cell';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { AddButton } from './add-button';
import { authoritiesQuery } from './tax.query';

export function Authorities() {
  const { t } = useLingui();
  const query = useQuery(authoritiesQuery());
  const [editing, setEditing] = useState<TaxAuthority | 'new' | null>(null);
  const columns: Column<TaxAuthority>[] = [
    {
      id: 'name',
      header: <Trans>Name</Trans>,
      phone: 'title',
      cell: (row) => <OpenCell onClick={() => setEditing(row)}>{row.name}</OpenCell>,
    },
    {
      id: 'number',
      header: <Trans>Registration number</Trans>,
      phone: 'meta',
      cell: (row) => row.registration_number && <bdi>{row.registration_number}</bdi>,
    },
  ];
  return (
    <SettingsSection title={<Trans>Tax authorities</Trans>} action={<AddButton onClick={() => setEditing('new')} />}>
      <SettingsTable
        label={t`Tax authorities`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={setEditing}
        empty={<Trans>To whom which tax is owed.</Trans>}
      />
      {editing && <AuthorityDrawer authority={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}

const schema = z.object({ name: requiredText(200), registration_number: optionalText(100) });

function AuthorityDrawer({ authority, onClose }: { authority: TaxAuthority | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: authority?.name ?? '', registration_number: authority?.registration_number ?? '' },
  });
  const touched = () => refresh(client, 'listTaxAuthorities');
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const body = { name: values.name.trim(), registration_number: orNull(values.registration_number) };
    await (authority
      ? updateTaxAuthority({ path: { id: authority.id }, body, throwOnError: true })
      : createTaxAuthority({ body, throwOnError: true }));
    await touched();
    onClose();
  });
  return (
    <EditDrawer
      title={authority ? t`Edit tax authority` : t`New tax authority`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={
        authority
          ? {
              title: t`Delete ${authority.name}?`,
              run: async () => {
                await deleteTaxAuthority({ path: { id: authority.id }, throwOnError: true });
                await touched();
                onClose();
              },
            }
          : undefined
      }
    >
      <TextField control={form.control} name="name" label={t`Name`} withAsterisk data-autofocus />
      <TextField control={form.control} name="registration_number" label={t`Registration number`} />
    </EditDrawer>
  );
}
