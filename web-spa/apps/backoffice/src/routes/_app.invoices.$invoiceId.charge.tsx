import { createFileRoute } from '@tanstack/react-router';
import { ChargeDialog } from '../features/payment-methods/charge-dialog';

export const Route = createFileRoute('/_app/invoices/$invoiceId/charge')({
  component: function InvoiceChargeDialogRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ChargeDialog
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
