import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { type NumberSeries, updateNumberSeries } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../app/query-client';
import { TextField } from '../../form/fields';
import { optionalText, wholeNumber } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { EditDrawer } from './edit-drawer';

const schema = z.object({
  prefix: optionalText(20),
  next_number: wholeNumber(1, 999_999_999),
  padding: wholeNumber(1, 12),
});

export function NumberSeriesDrawer({
  series,
  title,
  onClose,
}: {
  series: NumberSeries;
  title: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { prefix: series.prefix, next_number: String(series.next_number), padding: String(series.padding) },
  });
  const { control } = form;
  const { submit, messages, sending } = useSubmit(form, async ({ prefix, next_number, padding }) => {
    await updateNumberSeries({
      path: { document_type: series.document_type },
      body: {
        prefix,
        padding: Number(padding),
        ...(Number(next_number) === series.next_number ? {} : { next_number: Number(next_number) }),
      },
      throwOnError: true,
    });
    await refresh(client, 'listNumberSeries');
    onClose();
  });
  return (
    <EditDrawer title={title} onClose={onClose} messages={messages} onSave={submit} saving={sending}>
      <TextField control={control} name="prefix" label={t`Prefix`} data-autofocus />
      <TextField control={control} name="next_number" label={t`Next number`} inputMode="numeric" />
      <TextField
        control={control}
        name="padding"
        label={t`Digits`}
        description={t`Filled up with zeros`}
        inputMode="numeric"
      />
    </EditDrawer>
  );
}
