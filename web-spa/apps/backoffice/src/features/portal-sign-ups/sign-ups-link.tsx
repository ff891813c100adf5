import { Plural, Trans } from '@lingui/react/macro';
import { getOrganizationOptions } from '@portico/api/office/query';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../app/session';
import { waitingQuery } from './sign-up.query';

/** The way to those who signed up, where people may or somebody still waits. */
export function SignUpsLink() {
  const enabled = useCan('manage_portal_access');
  const allowed = useQuery({ ...getOrganizationOptions(), enabled }).data?.allow_signup;
  const waiting = useQuery({ ...waitingQuery(), enabled }).data?.total ?? 0;
  if (!enabled || !(allowed || waiting > 0)) return null;
  return (
    <LinkButton to="/customers/sign-ups" variant="default">
      {waiting > 0 ? <Plural value={waiting} one="# sign-up waits" other="# sign-ups wait" /> : <Trans>Sign-ups</Trans>}
    </LinkButton>
  );
}
