import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { Authenticator, Devices } from '@portico/ui/security';
import { useMe } from '../../app/session';
import { Page } from '../../shell/page';
import { accountApi } from './account-api';
import { ChangePassword } from './change-password';

/** What keeps others out of one's own account: password, authenticator app, and where one is signed in. */
export function SecurityPage() {
  const { t } = useLingui();
  const { user } = useMe();
  return (
    <Page title={t`Account security`} narrow>
      <Stack gap="md" maw={640}>
        <ChangePassword />
        <Authenticator api={accountApi} email={user.email} />
        <Devices api={accountApi} />
      </Stack>
    </Page>
  );
}
