import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { portalSession } from '@portico/api/portal';
import { acceptPortalInvitationMutation } from '@portico/api/portal/query';
import { CodeField, fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../doorway/doorway';
import { NewPassword } from '../password/new-password';
import { invitationOptions } from './invitation.query';
import { InvitationGone } from './invitation-problem';

/** Accepting an invitation: choose a password, or show the one you already have in this portal. */
export function Invitation({ portal, token }: { portal: string; token: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(invitationOptions(portal, token));
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const accept = useMutation({
    ...acceptPortalInvitationMutation(),
    onError: (error) => {
      if (isProblem(error, 'mfa_required')) setCode('');
    },
    onSuccess: async (session) => {
      portalSession.set(session);
      await navigate({ to: '/$portal', params: { portal }, replace: true });
    },
  });
  const errors = fieldErrors(accept.error);
  const wrong = isProblem(accept.error, 'invalid_credentials');
  const atCode = isProblem(accept.error, 'mfa_required') || isProblem(accept.error, 'mfa_invalid');
  const gone = isProblem(accept.error, 'invitation_expired') || isProblem(accept.error, 'invitation_used');
  if (gone) return <InvitationGone error={accept.error} />;

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { password, ...(code === null ? {} : { code: code.trim() }) };
    accept.mutate({ path: { portal_name: portal, token }, body });
  }

  return (
    <Doorway
      title={data.first_name ? t`Welcome, ${data.first_name}` : t`Welcome`}
      intro={
        <Trans>
          {data.organization_name} invites you to its customer portal for {data.customer_name}.
        </Trans>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t`E-mail`}
            type="email"
            dir="ltr"
            name="email"
            autoComplete="username"
            value={data.email}
            readOnly
            variant="filled"
          />
          {data.identity_exists ? (
            <>
              <Alert variant="light">
                <Trans>You already have a password here. Enter it to add {data.customer_name}.</Trans>
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
            <CodeField value={code} problem={accept.error} error={errors.code} autoFocus onChange={setCode} />
          )}
          {wrong || atCode || errors.password ? null : <ProblemAlert error={accept.error} />}
          <Button type="submit" fullWidth loading={accept.isPending}>
            <Trans>Accept invitation</Trans>
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
