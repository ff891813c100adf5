import { Trans } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { Panel } from '@portico/ui';
import { useSession } from '../../app/session';
import { Facts } from '../document/facts';
import { LanguageChoice } from '../shell/language-choice';
import { usePortal } from '../shell/use-portal';
import { AccountPage } from './account-page';
import { SignOut } from './sign-out';

/** Who is signed in and for which company. */
export function Profile() {
  const portal = usePortal();
  const session = useSession();
  if (!session) return null;
  const { person, customer } = session;
  return (
    <AccountPage>
      <Panel title={<Trans>Your details</Trans>}>
        <Stack gap="md">
          <Facts
            facts={[
              [<Trans key="n">Name</Trans>, <bdi key="v">{`${person.first_name} ${person.last_name}`.trim()}</bdi>],
              [<Trans key="n">E-mail</Trans>, <bdi key="v">{person.email}</bdi>],
              [<Trans key="n">Company</Trans>, <bdi key="v">{customer.name}</bdi>],
            ]}
          />
          <p style={{ margin: 0, color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-sm)' }}>
            <Trans>Something is wrong? Tell {portal.organization_name}, they will correct it.</Trans>
          </p>
        </Stack>
      </Panel>
      <Panel title={<Trans>Language</Trans>}>
        <LanguageChoice />
      </Panel>
      <SignOut />
    </AccountPage>
  );
}
