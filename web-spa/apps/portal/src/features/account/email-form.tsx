import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { requestPortalEmailChangeMutation } from '@portico/api/portal/query';
import { fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';

/** Asks for another address; the password proves who asks. */
export function EmailForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const ask = useMutation({ ...requestPortalEmailChangeMutation(), onSuccess: onDone });
  const errors = fieldErrors(ask.error);
  const wrong = isProblem(ask.error, 'invalid_credentials');

  function submit(event: FormEvent) {
    event.preventDefault();
    ask.mutate({ body: { email: email.trim(), password } });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t`New e-mail address`}
          type="email"
          dir="ltr"
          autoComplete="email"
          maxLength={100}
          required
          withAsterisk={false}
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Your password`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          error={wrong ? t`This is not your current password.` : errors.password}
          visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {wrong || Object.keys(errors).length > 0 ? null : <ProblemAlert error={ask.error} />}
        <Group gap="sm">
          <Button type="submit" loading={ask.isPending}>
            <Trans>Send the link</Trans>
          </Button>
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
