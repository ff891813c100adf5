import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { ifMatch } from '@portico/api/client';
import { createTax, deleteTax, type Tax, updateTax } from '@portico/api/office';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../../app/query-client';
import { DecimalField } from '../../../form/decimal-field';
import { CheckField, SelectField, SwitchField, TextField } from '../../../form/fields';
import { orNull, requiredDecimal, requiredText } from '../../../form/rules';
import { useSubmit } from '../../../form/use-submit';
import { EditDrawer } from '../edit-drawer';
import { authoritiesQuery } from './tax.query';

const schema = z.object({
  name: requiredText(100),
  rate: requiredDecimal(),
  compound: z.boolean(),
  authority_id: z.string(),
  is_default: z.boolean(),
  active: z.boolean(),
});

export function TaxDrawer({ tax, onClose }: { tax: Tax | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const authorities = useQuery(authoritiesQuery());
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: tax?.name ?? '',
      rate: tax?.rate ?? '',
      compound: tax?.compound ?? false,
      authority_id: tax?.authority_id ?? '',
      is_default: tax?.is_default ?? false,
      active: tax?.active ?? true,
    },
  });
  const { control } = form;
  const touched = () => refresh(client, 'listTaxes', 'listTaxGroups');
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const body = { ...values, name: values.name.trim(), authority_id: orNull(values.authority_id) };
    await (tax
      ? updateTax({ path: { id: tax.id }, headers: ifMatch(tax.version), body, throwOnError: true })
      : createTax({ body, throwOnError: true }));
    await touched();
    onClose();
  });

  return (
    <EditDrawer
      title={tax ? t`Edit tax` : t`New tax`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={
        tax
          ? {
              title: t`Delete ${tax.name}?`,
              run: async () => {
                await deleteTax({ path: { id: tax.id }, throwOnError: true });
                await touched();
                onClose();
              },
            }
          : undefined
      }
    >
      <TextField control={control} name="name" label={t`Name`} withAsterisk data-autofocus />
      <DecimalField control={control} name="rate" label={t`Rate in percent`} withAsterisk />
      <SelectField
        control={control}
        name="authority_id"
        label={t`Authority`}
        data={(authorities.data?.data ?? []).map((row) => ({ value: row.id, label: row.name }))}
        clearable
        allowDeselect
      />
      <CheckField
        control={control}
        name="compound"
        label={t`Compound`}
        description={t`Also taxes the other taxes of its group`}
      />
      <CheckField
        control={control}
        name="is_default"
        label={t`Default`}
        description={t`New invoice lines begin with it`}
      />
      <SwitchField control={control} name="active" label={t`Offered for new invoices`} />
    </EditDrawer>
  );
}
