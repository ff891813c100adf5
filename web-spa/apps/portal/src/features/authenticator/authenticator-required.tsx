import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { portalSession } from '@portico/api/portal';
import { AuthenticatorSetUp } from '@portico/ui/security';
import { useRouter } from '@tanstack/react-router';
import { safeNext } from '../../app/safe-next';
import { useSession } from '../../app/session';
import { accountApi } from '../account/account-api';
import { SignOut } from '../account/sign-out';
import { Doorway } from '../doorway/doorway';
import { useEndOfSession } from '../shell/use-end-of-session';
import { usePortal } from '../shell/use-portal';

/** The merchant demands an authenticator app: nothing else until it is set up, then on to where one wanted to go. */
export function AuthenticatorRequired({ next }: { next?: string }) {
  const { t } = useLingui();
  const portal = usePortal();
  const router = useRouter();
  const session = useSession();
  useEndOfSession(portal.name);

  async function done() {
    portalSession.change({ mfa_setup_required: false });
    await router.navigate({ href: safeNext(next, portal.name) ?? `/${portal.name}`, replace: true });
  }

  return (
    <Doorway
      title={t`Set up an authenticator app`}
      intro={
        <Trans>
          {portal.organization_name} protects its portal with a second step: a code from your phone, besides your
          password.
        </Trans>
      }
    >
      <Stack gap="lg">
        <AuthenticatorSetUp api={accountApi} email={session?.person.email ?? ''} onDone={() => void done()} />
        <SignOut />
      </Stack>
    </Doorway>
  );
}
