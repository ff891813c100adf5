import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Radio, Stack, Text } from '@mantine/core';
import { idempotent } from '@portico/api/client';
import { approvePortalSignUp, type PortalSignUp } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { FormAlert } from '../../form/form-alert';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { CustomerPicker } from '../customers/customer-picker';
import { useIntentKey } from '../payments/use-intent-key';
import { type LetInValues, letInInput, letInSchema, newCustomerName } from './let-in-values';
import { plainly } from './refusal';

interface LetInDialogProps {
  signUp: PortalSignUp;
  onClose: () => void;
}

/** Whose contact person somebody becomes who asked to be let in. */
export function LetInDialog({ signUp, onClose }: LetInDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Let ${signUp.first_name} ${signUp.last_name} in`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <LetInForm signUp={signUp} onClose={onClose} />
    </Modal>
  );
}

function LetInForm({ signUp, onClose }: LetInDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const { id, email } = signUp;
  const form = useForm<LetInValues>({
    resolver: zodResolver(letInSchema),
    defaultValues: { where: 'new', customer_id: '' },
  });
  const { control } = form;
  const where = useWatch({ control, name: 'where' });
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const body = letInInput(values);
    const headers = idempotent(keyOf(body));
    await approvePortalSignUp({ path: { id }, body, headers, throwOnError: true }).catch((error: unknown) => {
      throw plainly(error);
    });
    await refresh(client, ...VIEWS);
    said(t`Invitation sent to ${email}.`);
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            An invitation goes to <bdi>{email}</bdi>. Whoever accepts it sees what this customer sees.
          </Trans>
        </Text>
        <Controller
          control={control}
          name="where"
          render={({ field }) => (
            <Radio.Group label={t`Becomes a contact person of`} value={field.value} onChange={field.onChange}>
              <Stack gap="xs" mt={6}>
                <Radio value="new" label={t`A new customer: ${newCustomerName(signUp)}`} data-autofocus />
                <Radio value="existing" label={t`An existing customer`} />
              </Stack>
            </Radio.Group>
          )}
        />
        {where === 'existing' && (
          <Controller
            control={control}
            name="customer_id"
            render={({ field, fieldState }) => (
              <CustomerPicker
                label={t`Customer`}
                withAsterisk
                autoFocus
                value={field.value || null}
                onChange={(picked) => field.onChange(picked?.id ?? '')}
                error={fieldState.error?.message}
              />
            )}
          />
        )}
      </Stack>
      <SaveBar onSave={submit} onCancel={onClose} saving={sending} label={<Trans>Let in and invite</Trans>} />
    </form>
  );
}

const VIEWS = [
  'listPortalSignUps',
  'listCustomers',
  'getCustomer',
  'listContactPersons',
  'getCustomerTimeline',
  'getOfficeHome',
  'listMails',
];
