import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import type { PortalInvoice } from '@portico/api/portal';
import { ProblemAlert } from '@portico/ui';
import { Declined } from './declined';
import { SeePayment } from './see-payment';
import { isGone } from './use-start-payment';

interface PayProblemProps {
  error: unknown;
  invoices: PortalInvoice[];
}

/** Why the payment could not be started. */
export function PayProblem({ error, invoices }: PayProblemProps) {
  if (isProblem(error, 'payment_in_progress') || isProblem(error, 'payment_pending')) {
    return (
      <Alert role="alert" variant="light" title={<Trans>A payment is already under way</Trans>}>
        <Trans>You were not charged a second time.</Trans> <SeePayment invoice={invoices[0]} />
      </Alert>
    );
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
  if (isGone(error)) {
    return (
      <Alert role="alert" color="red" variant="light" title={<Trans>This card or account was removed</Trans>}>
        <Trans>You were not charged. Choose another way to pay.</Trans>
      </Alert>
    );
  }
  // An attempt that nobody answered for stays open.
  if (isProblem(error) && (error.status === 502 || error.status === 503)) {
    return (
      <ProblemAlert error={error}>
        {' '}
        <SeePayment invoice={invoices[0]} />
      </ProblemAlert>
    );
  }
  return <ProblemAlert error={error} />;
}
