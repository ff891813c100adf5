import { Authenticator, Devices } from '@portico/ui/security';
import { useSession } from '../../app/session';
import { accountApi } from './account-api';
import { AccountPage } from './account-page';
import { ChangePassword } from './change-password';

/** What keeps others out of this account: password, authenticator app, and where one is signed in. */
export function Security() {
  const email = useSession()?.person.email ?? '';
  return (
    <AccountPage>
      <ChangePassword />
      <Authenticator api={accountApi} email={email} />
      <Devices api={accountApi} />
    </AccountPage>
  );
}
