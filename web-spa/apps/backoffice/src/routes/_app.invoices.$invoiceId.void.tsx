import { createFileRoute } from '@tanstack/react-router';
import { VoidDialog } from '../features/invoices/void-dialog';

export const Route = createFileRoute('/_app/invoices/$invoiceId/void')({
  component: function InvoiceVoidDialogRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <VoidDialog
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
