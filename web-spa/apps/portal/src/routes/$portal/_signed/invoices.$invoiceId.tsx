import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { invoiceOptions } from '../../../features/invoices/invoice.query';
import { InvoiceView } from '../../../features/invoices/invoice-view';
import { InvoiceViewSkeleton } from '../../../features/invoices/invoice-view.skeleton';

export const Route = createFileRoute('/$portal/_signed/invoices/$invoiceId')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(invoiceOptions(params.invoiceId))),
  pendingComponent: InvoiceViewSkeleton,
  component: InvoiceRoute,
});

function InvoiceRoute() {
  return <InvoiceView id={Route.useParams().invoiceId} />;
}
