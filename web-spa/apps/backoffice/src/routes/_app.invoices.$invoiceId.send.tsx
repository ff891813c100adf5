import { createFileRoute } from '@tanstack/react-router';
import { SendDialog } from '../features/invoices/send-dialog';

export const Route = createFileRoute('/_app/invoices/$invoiceId/send')({
  component: function InvoiceSendDialogRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <SendDialog
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
