import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import type { PortalInvoice } from '@portico/api/portal';
import { ClockIcon, Link } from '@portico/ui';
import { usePortalName } from '../shell/use-portal';

/** A payment under way, so that nobody pays twice; or why there is no button and how to pay otherwise. */
export function PaymentNotice({ invoice }: { invoice: PortalInvoice }) {
  const portal = usePortalName();
  const pending = invoice.pending_payment;
  if (pending) {
    return (
      <Alert variant="light" icon={<ClockIcon />} data-screen-only>
        {pending.state === 'pending' ? (
          <Trans>A payment for this invoice is being processed. You do not need to pay again.</Trans>
        ) : (
          <Trans>A payment for this invoice was started but not finished.</Trans>
        )}{' '}
        <Link to="/$portal/pay/$paymentId" params={{ portal, paymentId: pending.id }}>
          {pending.state === 'pending' ? <Trans>See the payment</Trans> : <Trans>Finish or cancel it</Trans>}
        </Link>
      </Alert>
    );
  }
  const open = invoice.balance.amount > 0 && invoice.status !== 'void';
  if (!open || invoice.payment_options.length > 0 || invoice.bank_transfer) return null;
  return (
    <Alert variant="light" data-screen-only>
      {invoice.payment_instructions ? (
        <Trans>This invoice cannot be paid online. See “How to pay” below.</Trans>
      ) : (
        <Trans>This invoice cannot be paid online. Please contact {invoice.organization.name} to pay it.</Trans>
      )}
    </Alert>
  );
}
