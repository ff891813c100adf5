import { Trans, useLingui } from '@lingui/react/macro';
import { isProblem } from '@portico/api/client';
import { ClockIcon, EmptyState, LinkButton, ProblemPanel } from '@portico/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

export function InvitationProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const known = ['invitation_expired', 'invitation_used', 'not_found'].some((code) => isProblem(error, code));
  if (known) return <InvitationGone error={error} />;
  return (
    <Doorway title={t`Invitation`}>
      <ProblemPanel
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Doorway>
  );
}

/** The link no longer opens anything: why, and what to do instead. */
export function InvitationGone({ error }: { error: unknown }) {
  const { t } = useLingui();
  const portal = usePortal();
  if (isProblem(error, 'invitation_used')) {
    return (
      <Doorway title={t`Already accepted`}>
        <EmptyState
          title={<Trans>This invitation has been used</Trans>}
          action={
            <LinkButton to="/$portal/login" params={{ portal: portal.name }}>
              <Trans>Sign in</Trans>
            </LinkButton>
          }
        >
          <Trans>Sign in with your e-mail and the password you chose.</Trans>
        </EmptyState>
      </Doorway>
    );
  }
  return (
    <Doorway title={t`Invitation`}>
      <EmptyState
        icon={<ClockIcon />}
        title={
          isProblem(error, 'invitation_expired') ? (
            <Trans>This invitation has expired</Trans>
          ) : (
            <Trans>This invitation is no longer valid</Trans>
          )
        }
      >
        <Trans>Ask {portal.organization_name} to send you a new one. It takes them one click.</Trans>
      </EmptyState>
    </Doorway>
  );
}
