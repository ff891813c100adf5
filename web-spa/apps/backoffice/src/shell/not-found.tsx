import { Trans } from '@lingui/react/macro';
import { Empty } from '../list/empty';
import { LinkButton } from '@portico/ui';

export function NotFound() {
  return (
    <Empty
      title={<Trans>This page does not exist</Trans>}
      action={
        <LinkButton to="/" variant="default">
          <Trans>Go to the start</Trans>
        </LinkButton>
      }
    >
      <Trans>The address may be mistyped, or what it showed was deleted.</Trans>
    </Empty>
  );
}
