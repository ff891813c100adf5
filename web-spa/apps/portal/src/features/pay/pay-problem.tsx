import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import type { PortalInvoice } from '@portico/api/portal';
import { Link, ProblemAlert } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { invoiceOptions } from '../invoices/invoice.query';
import { usePortalName } from '../shell/use-portal';
import { Declined } from './declined';

interface PayProblemProps {
  error: unknown;
  invoices: PortalInvoice[];
}

/** Why the payment could not be started. */
export function PayProblem({ error, invoices }: PayProblemProps) {
  if (isProblem(error, 'payment_in_progress') || isProblem(error, 'payment_pending')) {
    return <UnderWay invoice={invoices[0]} />;
  }
  if (isProblem(error, 'amount_exceeds_balance') || isProblem(error, 'not_allowed_in_state')) {
    return (
      <Alert role="alert" color="red" variant="light" title={<Trans>The invoice has changed</Trans>}>
        <Trans>You were not charged. Reload the page to see what is due now.</Trans>
      </Alert>
    );
  }
  if (isProblem(error, 'payment_declined')) {
    return <Declined error={error} />;
  }
  return <ProblemAlert error={error} />;
}

function UnderWay({ invoice }: { invoice: PortalInvoice | undefined }) {
  const portal = usePortalName();
  const { data } = useQuery({ ...invoiceOptions(invoice?.id ?? ''), enabled: invoice !== undefined });
  const paymentId = data?.pending_payment?.id;
  return (
    <Alert role="alert" variant="light" title={<Trans>A payment is already under way</Trans>}>
      <Trans>You were not charged a second time.</Trans>{' '}
      {paymentId ? (
        <Link to="/$portal/pay/$paymentId" params={{ portal, paymentId }}>
          <Trans>See the payment</Trans>
        </Link>
      ) : null}
    </Alert>
  );
}
