import { Trans, useLingui } from '@lingui/react/macro';
import { isProblem } from '@portico/api/client';
import { portalSession } from '@portico/api/portal';
import { acceptPortalInvitationMutation } from '@portico/api/portal/query';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { ComeInForm } from '../password/come-in-form';
import { invitationOptions } from './invitation.query';
import { InvitationGone } from './invitation-problem';

/** Accepting an invitation: choose a password, or show the one you already have in this portal. */
export function Invitation({ portal, token }: { portal: string; token: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(invitationOptions(portal, token));
  const accept = useMutation({
    ...acceptPortalInvitationMutation(),
    onSuccess: async (session) => {
      portalSession.set(session);
      await navigate({ to: '/$portal', params: { portal }, replace: true });
    },
  });
  const gone = isProblem(accept.error, 'invitation_expired') || isProblem(accept.error, 'invitation_used');
  if (gone) return <InvitationGone error={accept.error} />;

  return (
    <Doorway
      title={data.first_name ? t`Welcome, ${data.first_name}` : t`Welcome`}
      intro={
        <Trans>
          {data.organization_name} invites you to its customer portal for {data.customer_name}.
        </Trans>
      }
    >
      <ComeInForm
        email={data.email}
        identityExists={data.identity_exists}
        customer={data.customer_name}
        error={accept.error}
        sending={accept.isPending}
        submit={<Trans>Accept invitation</Trans>}
        onSubmit={(body) => accept.mutate({ path: { portal_name: portal, token }, body })}
      />
    </Doorway>
  );
}
