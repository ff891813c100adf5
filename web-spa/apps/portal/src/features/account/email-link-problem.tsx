import { Trans, useLingui } from '@lingui/react/macro';
import { isProblem } from '@portico/api/client';
import { ClockIcon, EmptyState, LinkButton, ProblemPanel } from '@portico/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

export function isGone(error: unknown): boolean {
  return ['link_expired', 'link_used', 'not_found'].some((code) => isProblem(error, code));
}

export function EmailLinkProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  if (isGone(error)) return <EmailLinkGone error={error} />;
  return (
    <Doorway title={t`Your new e-mail address`}>
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

/** The link no longer opens anything: why, and what to do. */
export function EmailLinkGone({ error }: { error: unknown }) {
  const { t } = useLingui();
  const params = { portal: usePortal().name };
  return (
    <Doorway title={t`Your new e-mail address`}>
      <EmptyState
        icon={<ClockIcon />}
        title={
          isProblem(error, 'link_used') ? (
            <Trans>This link has been used</Trans>
          ) : isProblem(error, 'link_expired') ? (
            <Trans>This link has expired</Trans>
          ) : (
            <Trans>This link does not work</Trans>
          )
        }
        action={
          <LinkButton to="/$portal/account/profile" params={params}>
            <Trans>Open your account</Trans>
          </LinkButton>
        }
      >
        <Trans>You can ask for another one in your account.</Trans>
      </EmptyState>
    </Doorway>
  );
}
