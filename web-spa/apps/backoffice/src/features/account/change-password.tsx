import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { changePassword } from '@portico/api/office';
import { Panel } from '@portico/ui';
import { SESSIONS_KEY } from '@portico/ui/security';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { said } from '../../app/notify';
import { useMe } from '../../app/session';
import { PasswordField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { newPassword, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { NewPasswordField } from '../auth/new-password-field';

const schema = z.object({ current_password: requiredText(128), new_password: newPassword() });

/** Changing the password; all other devices are signed out by it. */
export function ChangePassword() {
  const { t } = useLingui();
  const me = useMe();
  const client = useQueryClient();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { current_password: '', new_password: '' } });
  const { submit, messages, sending } = useSubmit(
    form,
    async (body) => {
      await changePassword({ body, throwOnError: true });
      said(t`Your password is changed. Your other sessions are signed out.`);
      form.reset();
      void client.invalidateQueries({ queryKey: SESSIONS_KEY });
    },
    {
      onProblem: ({ code }) => {
        if (code !== 'invalid_credentials') return false;
        form.setError('current_password', { message: t`This is not your current password.` }, { shouldFocus: true });
        return true;
      },
    },
  );
  return (
    <Panel title={<Trans>Change password</Trans>}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FormAlert messages={messages} />
        <Stack gap="sm">
          <input type="text" name="username" autoComplete="username" value={me.user.email} readOnly hidden />
          <PasswordField
            control={form.control}
            name="current_password"
            label={t`Current password`}
            autoComplete="current-password"
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
          <Button type="submit" loading={sending} style={{ alignSelf: 'flex-start' }}>
            <Trans>Change password</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
