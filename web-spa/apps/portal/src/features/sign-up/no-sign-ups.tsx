import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, LinkButton, LockIcon } from '@portico/ui';
import { Doorway } from '../doorway/doorway';
import { usePortal } from '../shell/use-portal';

/** Nobody signs up to this portal by themselves. */
export function NoSignUps() {
  const { t } = useLingui();
  const portal = usePortal();
  return (
    <Doorway title={t`Sign up`}>
      <EmptyState
        icon={<LockIcon />}
        title={<Trans>You cannot sign up here by yourself</Trans>}
        action={
          <LinkButton to="/$portal/login" params={{ portal: portal.name }}>
            <Trans>Sign in</Trans>
          </LinkButton>
        }
      >
        <Trans>{portal.organization_name} invites its customers itself. Ask them for an invitation.</Trans>
      </EmptyState>
    </Doorway>
  );
}
