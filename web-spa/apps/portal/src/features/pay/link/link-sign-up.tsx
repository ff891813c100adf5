import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Link } from '@portico/ui';
import { usePortal } from '../../shell/use-portal';

/** What the portal gives beyond this one payment, where one may sign up to it. */
export function LinkSignUp({ paid }: { paid?: boolean }) {
  const portal = usePortal();
  if (!portal.sign_up_allowed) return null;
  return (
    <Text size={paid ? 'md' : 'sm'} c={paid ? undefined : 'dimmed'} ta="center" mt={paid ? 'md' : 'xs'}>
      <Trans>
        See all your invoices in one place:{' '}
        <Link to="/$portal/sign-up" params={{ portal: portal.name }} inherit underline="always">
          sign up
        </Link>
      </Trans>
    </Text>
  );
}
