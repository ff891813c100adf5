import { Trans } from '@lingui/react/macro';
import type { PortalInvoice } from '@portico/api/portal';
import { Link } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { invoiceOptions } from '../invoices/invoice.query';
import { usePortalName } from '../shell/use-portal';

/** Leads to the attempt that is open. Refusals do not name it, so the invoice is asked. */
export function SeePayment({ invoice }: { invoice: PortalInvoice | undefined }) {
  const portal = usePortalName();
  const { data, isFetching } = useQuery({ ...invoiceOptions(invoice?.id ?? ''), enabled: invoice !== undefined });
  const paymentId = data?.pending_payment?.id;
  if (isFetching) return null;
  return paymentId ? (
    <Link to="/$portal/pay/$paymentId" params={{ portal, paymentId }}>
      <Trans>See the payment</Trans>
    </Link>
  ) : (
    <Link to="/$portal/payments" params={{ portal }}>
      <Trans>See your payments</Trans>
    </Link>
  );
}
