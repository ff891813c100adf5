import { Trans } from '@lingui/react/macro';
import { StatusBadge } from '@portico/ui';

/** A payment of this invoice is under way. */
export function PendingMark() {
  return (
    <StatusBadge tone="info">
      <Trans>Payment under way</Trans>
    </StatusBadge>
  );
}
