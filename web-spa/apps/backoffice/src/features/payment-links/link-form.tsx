import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { createPaymentLink, type PaymentLink } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { DecimalField } from '../../form/decimal-field';
import { CheckField, TextareaField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { useIntentKey } from '../payments/use-intent-key';
import { type LinkPurpose, type LinkValues, linkInput, linkSchema, newLink } from './link-values';

interface LinkFormProps {
  purpose: LinkPurpose;
  onMade: (link: PaymentLink) => void;
  onClose: () => void;
}

export function LinkForm({ purpose, onMade, onClose }: LinkFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const initial = newLink(purpose);
  const { currency } = initial;
  const form = useForm<LinkValues>({ resolver: zodResolver(linkSchema(currency)), defaultValues: initial });
  const { control } = form;
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const body = linkInput(purpose, values);
      const { data } = await createPaymentLink({ body, headers: idempotent(keyOf(body)), throwOnError: true });
      await refresh(client, ...MONEY_VIEWS);
      onMade(data);
    },
    { rename: (path) => path.replace(/^amount\.amount$/, 'amount') },
  );
  const onAccount = 'customer' in purpose;

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <DecimalField
          control={control}
          name="amount"
          label={t`Amount in ${currency}`}
          description={
            onAccount
              ? t`What is paid becomes the customer's credit.`
              : t`Never more than what is due when it is paid. For another amount make another link.`
          }
          disabled={!onAccount && !purpose.invoice.allow_partial_payments}
          withAsterisk
          data-autofocus={onAccount || undefined}
        />
        <TextareaField
          control={control}
          name="description"
          label={t`What it is for`}
          description={t`The payer reads this.`}
          withAsterisk={onAccount}
        />
        <TextField
          control={control}
          name="expires_in_days"
          label={t`Works for so many days`}
          inputMode="numeric"
          w={180}
          withAsterisk
        />
        <CheckField
          control={control}
          name="send_mail"
          label={t`Send it to the customer's primary contact person by e-mail`}
        />
      </Stack>
      <SaveBar onSave={submit} onCancel={onClose} saving={sending} label={<Trans>Make the link</Trans>} />
    </form>
  );
}
