import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { CodeField } from '../code-field';
import { fieldErrors } from '../field-errors';
import { ProblemAlert } from '../problem-alert';

interface PasswordStepProps {
  email: string;
  /** What the password is asked for. */
  children: ReactNode;
  submit: ReactNode;
  danger?: boolean;
  /** A code is asked for as well. */
  withCode?: boolean;
  busy: boolean;
  error: unknown;
  onSubmit: (password: string, code: string) => void;
  onCancel?: () => void;
}

/** A session alone is not proof enough: the password once more. */
export function PasswordStep(props: PasswordStepProps) {
  const { email, children, submit, danger = false, withCode = false, busy, error, onSubmit, onCancel } = props;
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const wrong = isProblem(error, 'invalid_credentials');
  const refused = fieldErrors(error);
  const shown = wrong || isProblem(error, 'mfa_invalid') || Object.keys(refused).length > 0;

  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit(password, code.trim());
  }

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <div>{children}</div>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        {shown ? null : <ProblemAlert error={error} />}
        <PasswordInput
          label={t`Your password`}
          name="password"
          autoComplete="current-password"
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus
          value={password}
          error={wrong ? t`This is not your current password.` : refused.password}
          visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {withCode ? <CodeField value={code} problem={error} error={refused.code} onChange={setCode} /> : null}
        <Group gap="xs">
          <Button type="submit" color={danger ? 'red' : undefined} loading={busy}>
            {submit}
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
