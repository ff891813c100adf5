import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { ifMatch } from '@portico/api/client';
import { createItem, deleteItem, type Item, updateItem } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { currencyOptions } from '../../app/countries';
import { refresh } from '../../app/query-client';
import { useCan, useMe } from '../../app/session';
import { ConflictDialog } from '../../form/conflict-dialog';
import { DecimalField } from '../../form/decimal-field';
import { SelectField, SwitchField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FieldRow } from '../../form/form-section';
import { optionalText, orNull, requiredDecimal, requiredText } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { useAsk } from '../../shell/ask';
import { useTaxOptions } from '../invoices/invoice.query';

const schema = z.object({
  name: requiredText(100),
  description: optionalText(2000),
  sku: optionalText(100),
  unit: optionalText(50),
  rate: requiredDecimal(),
  currency: requiredText(3),
  tax_id: z.string(),
  active: z.boolean(),
});

interface ItemFormProps {
  item?: Item;
  onDone: () => void;
  onReload: () => Promise<unknown>;
}

export function ItemForm({ item, onDone, onReload }: ItemFormProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const ask = useAsk();
  const me = useMe();
  const mayManage = useCan('manage_items');
  const taxes = useTaxOptions();
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const [conflict, setConflict] = useState(false);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: item?.name ?? '',
      description: item?.description ?? '',
      sku: item?.sku ?? '',
      unit: item?.unit ?? '',
      rate: item?.rate ?? '',
      currency: item?.currency ?? me.organization.base_currency,
      tax_id: item?.tax_id ?? '',
      active: item?.active ?? true,
    },
  });
  const { control } = form;
  const touched = () => refresh(client, 'listItems', 'getItem');
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const body = {
        ...values,
        name: values.name.trim(),
        description: orNull(values.description),
        sku: orNull(values.sku),
        unit: orNull(values.unit),
        tax_id: orNull(values.tax_id),
      };
      await (item
        ? updateItem({ path: { id: item.id }, headers: ifMatch(item.version), body, throwOnError: true })
        : createItem({ body, throwOnError: true }));
      await touched();
      onDone();
    },
    {
      onProblem: (problem) => {
        const stale = problem.code === 'version_mismatch';
        setConflict(stale);
        return stale;
      },
    },
  );
  const remove = (known: Item) =>
    ask({
      title: t`Delete ${known.name}?`,
      text: t`Invoices that used it keep their lines.`,
      confirm: t`Delete`,
      danger: true,
      run: async () => {
        await deleteItem({ path: { id: known.id }, throwOnError: true });
        onDone();
        await refresh(client, 'listItems');
      },
    });

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={messages} />
      <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack gap="sm">
          <TextField control={control} name="name" label={t`Name`} withAsterisk data-autofocus />
          <TextareaField control={control} name="description" label={t`Description`} />
          <FieldRow>
            <DecimalField control={control} name="rate" label={t`Rate`} withAsterisk />
            <SelectField control={control} name="currency" label={t`Currency`} data={currencies} searchable />
          </FieldRow>
          <FieldRow>
            <TextField control={control} name="unit" label={t`Unit`} placeholder={t`hour, piece…`} />
            <TextField control={control} name="sku" label={t`SKU`} />
          </FieldRow>
          <SelectField
            control={control}
            name="tax_id"
            label={t`Tax`}
            placeholder={t`No tax`}
            data={taxes}
            clearable
            allowDeselect
          />
          <SwitchField control={control} name="active" label={t`Offered for new invoices`} />
          {item && mayManage && (
            <Button variant="subtle" color="red" style={{ alignSelf: 'start' }} onClick={() => remove(item)}>
              <Trans>Delete item</Trans>
            </Button>
          )}
        </Stack>
      </fieldset>
      {mayManage && <SaveBar onSave={submit} onCancel={onDone} saving={sending} />}
      <ConflictDialog
        opened={conflict}
        onClose={() => setConflict(false)}
        onReload={async () => {
          await onReload();
          setConflict(false);
        }}
      >
        <Trans>
          Somebody else changed this item while you were editing. Load their version and enter your changes again.
        </Trans>
      </ConflictDialog>
    </form>
  );
}
