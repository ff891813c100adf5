import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { ClockIcon, EmptyState, Link, LinkButton, ProblemPanel } from '@portico/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';
import { NoSignUps } from './no-sign-ups';

const OVER = ['link_expired', 'link_used', 'not_found', 'not_allowed_in_state', 'conflict'];

export function isOver(error: unknown): boolean {
  return OVER.some((code) => isProblem(error, code));
}

export function SignUpProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  if (isOver(error)) return <SignUpOver error={error} />;
  return (
    <Doorway title={t`Sign up`}>
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

/** The link no longer opens anything: why, and how to go on. */
export function SignUpOver({ error }: { error: unknown }) {
  const { t } = useLingui();
  const portal = usePortal();
  const params = { portal: portal.name };
  if (isProblem(error, 'not_allowed_in_state')) return <NoSignUps />;
  if (isProblem(error, 'conflict')) {
    return (
      <Doorway title={t`Sign up`}>
        <EmptyState
          icon={<ClockIcon />}
          title={<Trans>Something has changed meanwhile</Trans>}
          action={<WaysOn main="sign-in" params={params} />}
        >
          <Trans>If a password was chosen for this address, sign in with it. Otherwise open the link again.</Trans>
        </EmptyState>
      </Doorway>
    );
  }
  if (isProblem(error, 'link_used')) {
    return (
      <Doorway title={t`Sign up`}>
        <EmptyState
          icon={<ClockIcon />}
          title={<Trans>This link has been used</Trans>}
          action={<WaysOn main="sign-in" params={params} />}
        >
          <Trans>
            Sign in if you have a password here. If you have asked for access, {portal.organization_name} answers with
            an invitation by mail.
          </Trans>
        </EmptyState>
      </Doorway>
    );
  }
  return (
    <Doorway title={t`Sign up`}>
      <EmptyState
        icon={<ClockIcon />}
        title={
          isProblem(error, 'link_expired') ? (
            <Trans>This link has expired</Trans>
          ) : (
            <Trans>This link does not work</Trans>
          )
        }
        action={<WaysOn main="sign-up" params={params} />}
      >
        <Trans>A link works once, and for 24 hours.</Trans>
      </EmptyState>
    </Doorway>
  );
}

function WaysOn({ main, params }: { main: 'sign-in' | 'sign-up'; params: { portal: string } }) {
  return (
    <Stack gap="md" align="center">
      {main === 'sign-in' ? (
        <>
          <LinkButton to="/$portal/login" params={params}>
            <Trans>Sign in</Trans>
          </LinkButton>
          <Link to="/$portal/sign-up" params={params} size="sm" underline="always">
            <Trans>Sign up again</Trans>
          </Link>
        </>
      ) : (
        <>
          <LinkButton to="/$portal/sign-up" params={params}>
            <Trans>Sign up again</Trans>
          </LinkButton>
          <Link to="/$portal/login" params={params} size="sm" underline="always">
            <Trans>Back to sign-in</Trans>
          </Link>
        </>
      )}
    </Stack>
  );
}
