import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { changePassword } from '@portico/api/office';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { said } from '../../app/notify';
import { useMe } from '../../app/session';
import { PasswordField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { newPassword, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { NewPasswordField } from './new-password-field';

const schema = z.object({ current_password: requiredText(128), new_password: newPassword() });

export default function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} title={t`Change password`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { current_password: '', new_password: '' } });
  const { submit, messages, sending } = useSubmit(form, async (body) => {
    await changePassword({ body, throwOnError: true });
    said(t`Your password is changed. Your other sessions are signed out.`);
    onDone();
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <PasswordField
          control={form.control}
          name="current_password"
          label={t`Current password`}
          autoComplete="current-password"
          data-autofocus
        />
        <NewPasswordField
          control={form.control}
          name="new_password"
          label={t`New password`}
          about={[me.user.email, me.user.name]}
        />
        <Text size="xs" c="dimmed">
          <Trans>Your other sessions will be signed out.</Trans>
        </Text>
        <Button type="submit" loading={sending}>
          <Trans>Change password</Trans>
        </Button>
      </Stack>
    </form>
  );
}
