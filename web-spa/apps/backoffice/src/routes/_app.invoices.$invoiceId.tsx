import { createFileRoute } from '@tanstack/react-router';
import { invoiceQuery } from '../features/invoices/invoice.query';
import { InvoicePage } from '../features/invoices/invoice-page';
import { PageSkeleton } from '../shell/page-skeleton';

export const Route = createFileRoute('/_app/invoices/$invoiceId')({
  loader: ({ context, params }) => context.client.ensureQueryData(invoiceQuery(params.invoiceId)),
  pendingMs: 300,
  pendingComponent: PageSkeleton,
  component: function InvoiceRoute() {
    return <InvoicePage invoiceId={Route.useParams().invoiceId} />;
  },
});
