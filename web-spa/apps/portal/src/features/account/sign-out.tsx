import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { portalSession } from '@portico/api/portal';
import { portalSignOutMutation } from '@portico/api/portal/query';
import { ProblemAlert, SignOutIcon } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import { usePortalName } from '../shell/use-portal';

/** Ends the session on the server first: otherwise a reload would sign in again. */
export function SignOut() {
  const portal = usePortalName();
  const signOut = useMutation({ ...portalSignOutMutation(), onSuccess: () => portalSession.clear('signed_out') });
  return (
    <Stack gap="sm">
      <ProblemAlert error={signOut.error} />
      <Button
        variant="default"
        leftSection={<SignOutIcon />}
        loading={signOut.isPending}
        onClick={() => signOut.mutate({ path: { portal_name: portal } })}
      >
        <Trans>Sign out</Trans>
      </Button>
    </Stack>
  );
}
