import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack } from '@mantine/core';
import { officeSession, signIn } from '@portico/api/office';
import { Link } from '@portico/ui';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { PasswordField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { requiredMail, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { AuthFrame } from './auth-frame';
import { useSecondStep } from './use-second-step';

const schema = z.object({ email: requiredMail(), password: requiredText(128) });

export function SignIn({ reset = false, onDone }: { reset?: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  const { code, field, onProblem } = useSecondStep();
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const { data } = await signIn({ body: { ...values, ...code }, throwOnError: true });
      officeSession.set(data);
      onDone();
    },
    { onProblem },
  );

  return (
    <AuthFrame
      title={t`Sign in`}
      foot={
        <Trans>
          No account yet?{' '}
          <Link to="/sign-up" underline="always">
            Create your organization
          </Link>
        </Trans>
      }
    >
      {reset && messages.length === 0 && (
        <Alert color="teal" role="status" mb="sm">
          <Trans>Your new password is set. Sign in with it.</Trans>
        </Alert>
      )}
      <FormAlert messages={messages} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <TextField
            control={form.control}
            name="email"
            type="email"
            autoComplete="username"
            label={t`E-mail`}
            autoFocus
          />
          <PasswordField control={form.control} name="password" autoComplete="current-password" label={t`Password`} />
          {field}
          <Button type="submit" loading={sending} fullWidth mt="xs">
            <Trans>Sign in</Trans>
          </Button>
          <Link to="/forgot-password" size="sm" underline="always" style={{ alignSelf: 'center' }}>
            <Trans>Forgotten your password?</Trans>
          </Link>
        </Stack>
      </form>
    </AuthFrame>
  );
}
