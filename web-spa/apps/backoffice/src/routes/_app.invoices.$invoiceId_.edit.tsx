import { createFileRoute } from '@tanstack/react-router';
import { EditInvoice } from '../features/invoices/edit-invoice';
import { invoiceQuery } from '../features/invoices/invoice.query';
import { PageSkeleton } from '../shell/page-skeleton';

export const Route = createFileRoute('/_app/invoices/$invoiceId_/edit')({
  loader: ({ context, params }) => context.client.fetchQuery({ ...invoiceQuery(params.invoiceId), staleTime: 0 }),
  pendingMs: 300,
  pendingComponent: PageSkeleton,
  component: function EditInvoiceRoute() {
    const { invoiceId } = Route.useParams();
    return <EditInvoice key={invoiceId} invoiceId={invoiceId} />;
  },
});
