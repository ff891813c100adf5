import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { portalSession } from '@portico/api/portal';
import { portalSignInMutation } from '@portico/api/portal/query';
import { CheckIcon, ClockIcon, CodeField, fieldErrors, Link, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { boot } from '../../app/boot';
import { safeNext } from '../../app/safe-next';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

type Reason = 'expired' | 'signed_out' | 'reset';

interface SignInProps {
  next?: string;
  reason?: Reason;
  email?: string;
}

export function SignIn({ next, reason, email: given }: SignInProps) {
  const { t } = useLingui();
  const portal = usePortal();
  const router = useRouter();
  const demo = !given && boot.demo?.portal_name === portal.name ? boot.demo : null;
  const [email, setEmail] = useState(given ?? demo?.email ?? '');
  const [password, setPassword] = useState(demo?.password ?? '');
  const [code, setCode] = useState<string | null>(null);
  const signIn = useMutation({
    ...portalSignInMutation(),
    onError: (error) => {
      // The password was right; from here on the code goes with it.
      if (isProblem(error, 'mfa_required')) setCode('');
    },
    onSuccess: async (session) => {
      portalSession.set(session);
      await router.navigate({ href: safeNext(next, portal.name) ?? `/${portal.name}`, replace: true });
    },
  });
  const errors = fieldErrors(signIn.error);
  const wrong = isProblem(signIn.error, 'invalid_credentials');
  const atCode = isProblem(signIn.error, 'mfa_required') || isProblem(signIn.error, 'mfa_invalid');

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { email: email.trim(), password, ...(code === null ? {} : { code: code.trim() }) };
    signIn.mutate({ path: { portal_name: portal.name }, body });
  }

  return (
    <Doorway title={t`Sign in`} intro={<Trans>See your invoices and pay them in one place.</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Notice reason={reason} demo={demo !== null} />
          {wrong ? (
            <Alert role="alert" color="red" variant="light">
              <Trans>E-mail or password is wrong. Check both and try again.</Trans>
            </Alert>
          ) : atCode ? null : (
            <ProblemAlert error={signIn.error} />
          )}
          <TextInput
            label={t`E-mail`}
            type="email"
            dir="ltr"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            error={errors.email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`Password`}
            name="password"
            autoComplete="current-password"
            dir="ltr"
            required
            withAsterisk={false}
            value={password}
            error={errors.password}
            visibilityToggleButtonProps={{ 'aria-label': t`Show password` }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {code === null ? null : (
            <CodeField value={code} problem={signIn.error} error={errors.code} autoFocus onChange={setCode} />
          )}
          <Button type="submit" fullWidth loading={signIn.isPending}>
            <Trans>Sign in</Trans>
          </Button>
          <Link
            to="/$portal/forgot-password"
            params={{ portal: portal.name }}
            size="sm"
            underline="always"
            style={{ alignSelf: 'center' }}
          >
            <Trans>Forgotten your password?</Trans>
          </Link>
          {portal.sign_up_allowed ? (
            <Text size="sm" ta="center">
              <Trans>
                No access yet?{' '}
                <Link to="/$portal/sign-up" params={{ portal: portal.name }} inherit underline="always">
                  Sign up
                </Link>
              </Trans>
            </Text>
          ) : null}
        </Stack>
      </form>
    </Doorway>
  );
}

function Notice({ reason, demo }: { reason?: Reason; demo: boolean }) {
  if (reason === 'expired') {
    return (
      <Alert variant="light" icon={<ClockIcon />} role="status">
        <Trans>Your session has ended. Sign in again and you will be back where you were.</Trans>
      </Alert>
    );
  }
  if (reason === 'signed_out') {
    return (
      <Alert variant="light" role="status">
        <Trans>You are signed out.</Trans>
      </Alert>
    );
  }
  if (reason === 'reset') {
    return (
      <Alert variant="light" color="green" icon={<CheckIcon />} role="status">
        <Trans>Your new password is set. Sign in with it.</Trans>
      </Alert>
    );
  }
  return demo ? (
    <Alert variant="light">
      <Trans>This is a demonstration: the sign-in of a customer is filled in for you.</Trans>
    </Alert>
  ) : null;
}
