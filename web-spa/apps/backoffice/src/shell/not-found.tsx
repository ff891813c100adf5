import { Trans } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { Empty } from '../list/empty';

export function NotFound() {
  return (
    <div style={{ maxWidth: 640, margin: '24px auto', padding: '0 12px' }}>
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
    </div>
  );
}
