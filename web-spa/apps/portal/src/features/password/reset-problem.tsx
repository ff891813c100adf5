import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { ClockIcon, EmptyState, Link, LinkButton, ProblemPanel } from '@portico/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

export function isGone(error: unknown): boolean {
  return ['link_expired', 'link_used', 'not_found'].some((code) => isProblem(error, code));
}

export function ResetProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  if (isGone(error)) return <ResetGone error={error} />;
  return (
    <Doorway title={t`Choose a new password`}>
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

/** The link no longer opens anything: why, and where to get another. */
export function ResetGone({ error }: { error: unknown }) {
  const { t } = useLingui();
  const params = { portal: usePortal().name };
  return (
    <Doorway title={t`Choose a new password`}>
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
          <Stack gap="md" align="center">
            <LinkButton to="/$portal/forgot-password" params={params}>
              <Trans>Ask for a new link</Trans>
            </LinkButton>
            <Link to="/$portal/login" params={params} size="sm" underline="always">
              <Trans>Back to sign-in</Trans>
            </Link>
          </Stack>
        }
      >
        {isProblem(error, 'link_used') ? (
          <Trans>Sign in with the password you chose, or ask for another link.</Trans>
        ) : (
          <Trans>Only the newest link works, and only for a short time.</Trans>
        )}
      </EmptyState>
    </Doorway>
  );
}
