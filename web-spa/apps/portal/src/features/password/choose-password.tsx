import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { portalSession } from '@portico/api/portal';
import { choosePortalPasswordMutation } from '@portico/api/portal/query';
import { fieldErrors, ProblemAlert } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../app/session';
import { SignOut } from '../account/sign-out';
import { Doorway } from '../doorway/doorway';
import { useEndOfSession } from '../shell/use-end-of-session';
import { usePortal } from '../shell/use-portal';
import { NewPassword } from './new-password';

/** Whoever came in with a password that the merchant had set chooses one of their own before anything else. */
export function ChoosePassword() {
  const { t } = useLingui();
  const portal = usePortal();
  const navigate = useNavigate();
  const session = useSession();
  const [password, setPassword] = useState('');
  useEndOfSession(portal.name);
  const choose = useMutation({
    ...choosePortalPasswordMutation(),
    onSuccess: async () => {
      portalSession.change({ password_change_required: false });
      await navigate({ to: '/$portal', params: { portal: portal.name }, replace: true });
    },
  });
  const errors = fieldErrors(choose.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    choose.mutate({ body: { password } });
  }

  return (
    <Doorway
      title={t`Choose a new password`}
      intro={
        <Trans>The password you were sent has done its work. From now on you sign in with the one you choose.</Trans>
      }
    >
      <Stack gap="lg">
        <form onSubmit={submit}>
          <Stack gap="md">
            <input
              type="text"
              name="username"
              autoComplete="username"
              value={session?.person.email ?? ''}
              readOnly
              hidden
            />
            <NewPassword label={t`New password`} value={password} error={errors.password} onChange={setPassword} />
            {errors.password ? null : <ProblemAlert error={choose.error} />}
            <Button type="submit" fullWidth loading={choose.isPending}>
              <Trans>Save the new password</Trans>
            </Button>
          </Stack>
        </form>
        <SignOut />
      </Stack>
    </Doorway>
  );
}
