import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { type Me, officeSession, signOut } from '@portico/api/office';
import { AuthenticatorSetUp } from '@portico/ui/security';
import { AuthFrame } from '../auth/auth-frame';
import { accountApi } from './account-api';

/** The organization demands an authenticator app: nothing else until it is set up. */
export function AuthenticatorRequired({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useLingui();

  const leave = async () => {
    await signOut({ throwOnError: true }).catch(() => undefined);
    officeSession.clear('signed_out');
  };

  return (
    <AuthFrame
      title={t`Set up an authenticator app`}
      foot={
        <Button variant="subtle" onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </Button>
      }
    >
      <Stack gap="md">
        <Text size="sm">
          <Trans>
            <bdi>{me.organization.name}</bdi> demands a second step of everybody who works here: a code from your phone,
            besides your password.
          </Trans>
        </Text>
        <AuthenticatorSetUp
          api={accountApi}
          email={me.user.email}
          onDone={() => {
            officeSession.change({ mfa_setup_required: false });
            onDone();
          }}
        />
      </Stack>
    </AuthFrame>
  );
}
