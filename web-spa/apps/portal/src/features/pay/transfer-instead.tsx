import { Trans } from '@lingui/react/macro';
import { Link } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';
import classes from './pay.module.css';

/** For who would rather send the money from their bank. */
export function TransferInstead({ invoiceId }: { invoiceId: string }) {
  const portal = usePortalName();
  return (
    <p className={classes.secure}>
      <Link to="/$portal/invoices/$invoiceId/transfer" params={{ portal, invoiceId }}>
        <Trans>Pay by bank transfer instead</Trans>
      </Link>
    </p>
  );
}
