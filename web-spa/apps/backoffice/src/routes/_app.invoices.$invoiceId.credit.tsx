import { createFileRoute } from '@tanstack/react-router';
import { CreditDialog } from '../features/invoices/credit-dialog';

export const Route = createFileRoute('/_app/invoices/$invoiceId/credit')({
  component: function InvoiceCreditDialogRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <CreditDialog
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
