import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { officeSession, resetPassword } from '@portico/api/office';
import { getPasswordResetOptions } from '@portico/api/office/query';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { explain, problemOf } from '../../app/problem';
import { FormAlert } from '../../form/form-alert';
import { newPassword } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { AuthFrame } from './auth-frame';
import { NewPasswordField } from './new-password-field';

const schema = z.object({ password: newPassword() });
const GONE = ['link_expired', 'link_used', 'not_found'];

/** Choosing a new password by the link from a mail. */
export function ResetPassword({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLingui();
  const query = useQuery({ ...getPasswordResetOptions({ path: { token } }), refetchOnWindowFocus: false });
  const [gone, setGone] = useState<unknown>(null);
  const error = gone ?? query.error;
  return (
    <AuthFrame title={t`Choose a new password`}>
      {error ? (
        <Unusable error={error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <Choose token={token} email={query.data.email} onDone={onDone} onGone={setGone} />
      ) : (
        <Skeleton height={160} />
      )}
    </AuthFrame>
  );
}

function Unusable({ error, retry }: { error: unknown; retry: () => void }) {
  const { code } = problemOf(error);
  return (
    <Stack gap="sm">
      <Alert color="orange" role="alert">
        {code === 'link_used' ? (
          <Trans>This link has been used already. Sign in with the password you chose, or ask for another link.</Trans>
        ) : code === 'link_expired' ? (
          <Trans>This link has expired. Ask for a new one.</Trans>
        ) : code === 'not_found' ? (
          <Trans>This link does not work. Only the newest one does: ask for another.</Trans>
        ) : (
          explain(error)
        )}
      </Alert>
      {GONE.includes(code) ? (
        <LinkButton to="/forgot-password">
          <Trans>Ask for a new link</Trans>
        </LinkButton>
      ) : (
        <Button onClick={retry}>
          <Trans>Try again</Trans>
        </Button>
      )}
      <LinkButton to="/sign-in" variant="default">
        <Trans>Go to sign-in</Trans>
      </LinkButton>
    </Stack>
  );
}

interface ChooseProps {
  token: string;
  email: string;
  onDone: () => void;
  onGone: (error: unknown) => void;
}

function Choose({ token, email, onDone, onGone }: ChooseProps) {
  const { t } = useLingui();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } });
  const { submit, messages, sending } = useSubmit(
    form,
    async (body) => {
      await resetPassword({ path: { token }, body, throwOnError: true });
      // Every session of this person has ended, the one of this browser as well.
      officeSession.clear('signed_out');
      onDone();
    },
    {
      onProblem: (problem) => {
        const known = GONE.includes(problem.code);
        if (known) onGone(problem);
        return known;
      },
    },
  );
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
        <TextInput
          label={t`E-mail`}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          readOnly
          variant="filled"
        />
        <NewPasswordField control={form.control} name="password" label={t`New password`} about={[email]} />
        <Text size="xs" c="dimmed">
          <Trans>You will be signed out everywhere, and sign in with the new password.</Trans>
        </Text>
        <Button type="submit" loading={sending}>
          <Trans>Save the new password</Trans>
        </Button>
      </Stack>
    </form>
  );
}
