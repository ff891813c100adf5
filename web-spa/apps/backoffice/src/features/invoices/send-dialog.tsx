import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Modal, Skeleton, Stack, TagsInput, Text } from '@mantine/core';
import { type Invoice, sendInvoice } from '@portico/api/office';
import { getInvoiceQueryKey } from '@portico/api/office/query';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { said } from '../../app/notify';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { TextareaField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { optionalText, orNull, requiredMail } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { Failure } from '../../list/failure';
import { personsQuery } from '../customers/customer.query';
import { invoiceQuery } from './invoice.query';

export function SendDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
  const persons = useQuery(personsQuery(invoice.customer.id));
  const withMail = (persons.data?.data ?? []).filter((person) => person.email);
  const primary = withMail.find((person) => person.is_primary) ?? withMail[0];

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={invoice.number ? t`Send ${invoice.number}` : t`Send invoice`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {persons.isError && <Failure error={persons.error} retry={() => persons.refetch()} />}
      {persons.isPending && <Skeleton height={160} />}
      {!invoice.allowed_actions.includes('send') ? (
        <Alert color="gray">
          <Trans>This invoice cannot be sent now.</Trans>
        </Alert>
      ) : (
        persons.data && (
          <SendForm
            invoice={invoice}
            suggestions={withMail.flatMap((person) => person.email ?? [])}
            to={primary?.email ? [primary.email] : []}
            onClose={onClose}
          />
        )
      )}
    </Modal>
  );
}

interface SendFormProps {
  invoice: Invoice;
  suggestions: string[];
  to: string[];
  onClose: () => void;
}

function SendForm({ invoice, suggestions, to, onClose }: SendFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const schema = z.object({
    to: z.array(requiredMail()).min(1, { error: () => t`Please enter at least one address` }),
    message: optionalText(2000),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { to, message: '' } });
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const { data } = await sendInvoice({
        path: { id: invoice.id },
        body: { to: values.to, message: orNull(values.message) },
        throwOnError: true,
      });
      client.setQueryData(getInvoiceQueryKey({ path: { id: invoice.id } }), data);
      await refresh(client, ...MONEY_VIEWS);
      said(t`${data.number ?? ''} is on its way to ${values.to.join(', ')}.`);
      onClose();
    },
    { rename: (path) => path.replace(/^to\.\d+$/, 'to') },
  );

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <Controller
          control={form.control}
          name="to"
          render={({ field, fieldState }) => {
            const { error } = fieldState;
            const message = error?.message ?? (Array.isArray(error) ? error.find(Boolean)?.message : undefined);
            return (
              <TagsInput
                {...field}
                data-autofocus={to.length === 0 || undefined}
                autoFocus={to.length === 0}
                label={t`To`}
                data={suggestions}
                splitChars={[',', ';', ' ']}
                acceptValueOnBlur
                inputMode="email"
                error={message}
              />
            );
          }}
        />
        <TextareaField
          control={form.control}
          name="message"
          label={t`Message`}
          description={t`Added to the e-mail above the link and the PDF.`}
          minRows={4}
          data-autofocus={to.length > 0 || undefined}
        />
        {!invoice.number && (
          <Text size="xs" c="dimmed">
            <Trans>The invoice gets its number when it is sent.</Trans>
          </Text>
        )}
      </Stack>
      <SaveBar onSave={submit} onCancel={onClose} saving={sending} label={<Trans>Send</Trans>} />
    </form>
  );
}
