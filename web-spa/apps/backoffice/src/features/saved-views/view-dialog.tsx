import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Stack } from '@mantine/core';
import { createSavedView, type SavedView, updateSavedView } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { refresh } from '../../app/query-client';
import { SwitchField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { useSubmit } from '../../form/use-submit';
import type { Filters } from './filters';

interface ViewDialogProps {
  /** Null saves a new one. */
  view: SavedView | null;
  list: 'invoices' | 'payments';
  filters: Filters;
  onClose: () => void;
}

/** The name of a view, and who sees it. */
export function ViewDialog({ view, list, filters, onClose }: ViewDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({ defaultValues: { name: view?.name ?? '', shared: view?.shared ?? false } });
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    if (view) await updateSavedView({ path: { id: view.id }, body: values, throwOnError: true });
    else await createSavedView({ body: { ...values, list, filters }, throwOnError: true });
    await refresh(client, 'listSavedViews');
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? t`Rename or share` : t`Save this view`}
      size="sm"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <FormAlert messages={messages} />
          <TextField control={form.control} name="name" label={t`Name`} maxLength={100} data-autofocus />
          <SwitchField
            control={form.control}
            name="shared"
            label={t`Share with colleagues`}
            description={t`Everybody here sees it; only you can change it.`}
          />
          <Button type="submit" loading={sending}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
