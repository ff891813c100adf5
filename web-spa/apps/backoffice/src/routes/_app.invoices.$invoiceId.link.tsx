import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { invoiceQuery } from '../features/invoices/invoice.query';
import { LinkDialog } from '../features/payment-links/link-dialog';

export const Route = createFileRoute('/_app/invoices/$invoiceId/link')({
  component: function InvoiceLinkDialogRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
    return (
      <LinkDialog
        purpose={{ invoice }}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
