import { Trans } from '@lingui/react/macro';
import { Panel } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { LanguageChoice } from '../doorway/language-choice';
import { AccountPage } from './account-page';
import { profileOptions } from './details-options';
import { EmailAddress } from './email-address';
import { ProfileDetails } from './profile-details';
import { ProfileForm } from './profile-form';
import { SignOut } from './sign-out';

/** Who is signed in, and what this person may put right. */
export function Profile() {
  const { data: profile } = useSuspenseQuery(profileOptions());
  const editable = profile.allowed_actions.includes('edit');
  return (
    <AccountPage>
      {editable ? <ProfileForm profile={profile} /> : <ProfileDetails profile={profile} />}
      <EmailAddress profile={profile} editable={editable} />
      <Panel title={<Trans>Language</Trans>}>
        <LanguageChoice />
      </Panel>
      <SignOut />
    </AccountPage>
  );
}
