import { Trans } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { Empty } from '../list/empty';

/** An address that belongs to no page: shown without the frame. */
export function NotFoundPage() {
  return (
    <main style={{ display: 'grid', alignItems: 'center', minHeight: '80dvh' }}>
      <NotFound level={1} />
    </main>
  );
}

export function NotFound({ level }: { level?: 1 | 2 }) {
  return (
    <div style={{ maxWidth: 640, margin: '24px auto', padding: '0 12px', width: '100%' }}>
      <Empty
        level={level}
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
