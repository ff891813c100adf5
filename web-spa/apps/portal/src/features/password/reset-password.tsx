import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { portalSession } from '@portico/api/portal';
import { resetPortalPasswordMutation } from '@portico/api/portal/query';
import { fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Doorway } from '../doorway/doorway';
import { NewPassword } from './new-password';
import { resetOptions } from './reset.query';
import { isGone, ResetGone } from './reset-problem';

/** Choosing a new password by the link from a mail. */
export function ResetPassword({ portal, token }: { portal: string; token: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(resetOptions(portal, token));
  const [password, setPassword] = useState('');
  const reset = useMutation({
    ...resetPortalPasswordMutation(),
    onSuccess: async () => {
      // Every session of this person has ended, the one of this browser as well.
      portalSession.clear('signed_out');
      const search = { reason: 'reset' as const, email: data.email };
      await navigate({ to: '/$portal/login', params: { portal }, search, replace: true });
    },
  });
  const errors = fieldErrors(reset.error);
  if (isGone(reset.error)) return <ResetGone error={reset.error} />;

  function submit(event: FormEvent) {
    event.preventDefault();
    reset.mutate({ path: { portal_name: portal, token }, body: { password } });
  }

  return (
    <Doorway
      title={t`Choose a new password`}
      intro={<Trans>You will be signed out everywhere, and sign in with the new password.</Trans>}
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
          <NewPassword label={t`New password`} value={password} error={errors.password} onChange={setPassword} />
          {errors.password ? null : <ProblemAlert error={reset.error} />}
          <Button type="submit" fullWidth loading={reset.isPending}>
            <Trans>Save the new password</Trans>
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
