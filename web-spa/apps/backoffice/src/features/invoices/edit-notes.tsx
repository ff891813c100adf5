import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stack } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import type { Invoice } from '@portico/api/office';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { TextareaField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { optionalText, orNull } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';

const schema = z.object({ notes: optionalText(5000), terms: optionalText(10_000) });

interface EditNotesProps {
  invoice: Invoice;
  onSave: (body: { notes: string | null; terms: string | null }) => Promise<() => void>;
  onCancel: () => void;
  onProblem: (problem: ApiProblem) => boolean;
}

/** Once money is attached only the texts may change. */
export function EditNotes({ invoice, onSave, onCancel, onProblem }: EditNotesProps) {
  const { t } = useLingui();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { notes: invoice.notes ?? '', terms: invoice.terms ?? '' },
  });
  const { isDirty, leave } = useSaved(form);
  const { submit, messages, sending } = useSubmit(
    form,
    async ({ notes, terms }) => leave(await onSave({ notes: orNull(notes), terms: orNull(terms) })),
    { onProblem },
  );
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <Alert color="blue" mb="md">
        <Trans>Money has been applied to this invoice, so only its notes and terms can be changed.</Trans>
      </Alert>
      <FormAlert messages={messages} />
      <Stack gap="sm" maw={640}>
        <TextareaField control={form.control} name="notes" label={t`Notes for the customer`} autoFocus />
        <TextareaField control={form.control} name="terms" label={t`Terms and conditions`} />
      </Stack>
      <SaveBar onSave={submit} onCancel={onCancel} saving={sending} />
    </form>
  );
}
