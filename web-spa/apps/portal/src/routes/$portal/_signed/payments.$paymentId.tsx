import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { InvoiceViewSkeleton } from '../../../features/invoices/invoice-view.skeleton';
import { paymentOptions } from '../../../features/payments/payment.query';
import { Receipt } from '../../../features/payments/receipt';

export const Route = createFileRoute('/$portal/_signed/payments/$paymentId')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(paymentOptions(params.paymentId))),
  pendingComponent: InvoiceViewSkeleton,
  component: ReceiptRoute,
});

function ReceiptRoute() {
  return <Receipt id={Route.useParams().paymentId} />;
}
