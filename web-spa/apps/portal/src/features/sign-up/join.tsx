import { Trans, useLingui } from '@lingui/react/macro';
import { type PortalSignUpLink, portalSession } from '@portico/api/portal';
import { joinPortalMutation } from '@portico/api/portal/query';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { ComeInForm } from '../password/come-in-form';
import { isOver, SignUpOver } from './sign-up-problem';

interface JoinProps {
  portal: string;
  token: string;
  link: PortalSignUpLink;
}

/** Whom staff have entered comes in at once. */
export function Join({ portal, token, link }: JoinProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const customer = link.customer_name ?? '';
  const join = useMutation({
    ...joinPortalMutation(),
    onSuccess: async (session) => {
      portalSession.set(session);
      await navigate({ to: '/$portal', params: { portal }, replace: true });
    },
  });
  if (isOver(join.error)) return <SignUpOver error={join.error} />;

  return (
    <Doorway
      title={link.first_name ? t`Welcome, ${link.first_name}` : t`Welcome`}
      intro={
        <Trans>
          {link.organization_name} knows you as a contact of {customer}.
        </Trans>
      }
    >
      <ComeInForm
        email={link.email}
        identityExists={link.identity_exists}
        customer={customer}
        error={join.error}
        sending={join.isPending}
        submit={<Trans>Open the portal</Trans>}
        onSubmit={(body) => join.mutate({ path: { portal_name: portal, token }, body })}
      />
    </Doorway>
  );
}
