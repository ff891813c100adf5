import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { CodeField, fieldErrors, ProblemAlert } from '@portico/ui';
import { type FormEvent, type ReactNode, useState } from 'react';
import { NewPassword } from './new-password';

interface ComeInFormProps {
  email: string;
  /** The address has a password in this portal: that one is asked for. */
  identityExists: boolean;
  customer: string;
  error: unknown;
  sending: boolean;
  submit: ReactNode;
  onSubmit: (body: { password: string; code?: string }) => void;
}

/** By an invitation or a sign-up: choose a password, or show the one you already have in this portal. */
export function ComeInForm({ email, identityExists, customer, error, sending, submit, onSubmit }: ComeInFormProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  // The password was right; from here on the code goes with it.
  if (code === null && isProblem(error, 'mfa_required')) setCode('');
  const errors = fieldErrors(error);
  const wrong = isProblem(error, 'invalid_credentials');
  const atCode = isProblem(error, 'mfa_required') || isProblem(error, 'mfa_invalid');

  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit({ password, ...(code === null ? {} : { code: code.trim() }) });
  }

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <TextInput
          label={t`E-mail`}
          type="email"
          dir="ltr"
          name="email"
          autoComplete="username"
          value={email}
          readOnly
          variant="filled"
        />
        {identityExists ? (
          <>
            <Alert variant="light">
              <Trans>You already have a password here. Enter it to add {customer}.</Trans>
            </Alert>
            <PasswordInput
              label={t`Your password`}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              error={wrong ? t`This is not your password in this portal.` : errors.password}
              visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        ) : (
          <NewPassword label={t`Choose a password`} value={password} error={errors.password} onChange={setPassword} />
        )}
        {code === null ? null : (
          <CodeField value={code} problem={error} error={errors.code} autoFocus onChange={setCode} />
        )}
        {wrong || atCode || errors.password ? null : <ProblemAlert error={error} />}
        <Button type="submit" fullWidth loading={sending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
