import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Text } from '@mantine/core';
import { voidInvoice } from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { TextareaField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { requiredText } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';

const schema = z.object({ reason: requiredText(500) });

export function VoidDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  const { submit, messages, sending } = useSubmit(form, async ({ reason }) => {
    const path = { id: invoiceId };
    const { data } = await voidInvoice({ path, body: { reason: reason.trim() }, throwOnError: true });
    client.setQueryData(getInvoiceQueryKey({ path }), data);
    await refresh(client, ...MONEY_VIEWS);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t`Void this invoice?`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <FormAlert messages={messages} />
        <Text size="sm" mb="sm">
          <Trans>Its number stays used. Money already paid returns to the customer's credit.</Trans>
        </Text>
        <TextareaField control={form.control} name="reason" label={t`Reason`} withAsterisk data-autofocus />
        <SaveBar onSave={submit} onCancel={onClose} saving={sending} danger label={<Trans>Void invoice</Trans>} />
      </form>
    </Modal>
  );
}
