import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { LinkButton, Money } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './selection-bar.module.css';
import type { Selection } from './use-selection';

/** How many are ticked, what they come to, and one button to pay them at once. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const portal = usePortalName();
  const { ids, total } = selection;
  if (ids.length === 0) return null;
  return (
    <div className={classes.bar} role="status">
      <div className={classes.text}>
        <span>
          <Plural value={ids.length} one="# invoice selected" other="# invoices selected" />
        </span>
        {total ? (
          <strong>
            <Money value={total} />
          </strong>
        ) : (
          <span className={classes.mixed}>
            <Trans>Invoices in different currencies are paid separately.</Trans>
          </span>
        )}
      </div>
      <Button variant="default" onClick={selection.clear}>
        <Trans>Clear</Trans>
      </Button>
      {total ? (
        <LinkButton to="/$portal/pay" params={{ portal }} search={{ invoices: ids.join(',') }}>
          <Trans>Pay selected</Trans>
        </LinkButton>
      ) : null}
    </div>
  );
}
