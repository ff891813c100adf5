import { createFileRoute } from '@tanstack/react-router';
import { PdfDrawer } from '../features/invoices/pdf-drawer';

export const Route = createFileRoute('/_app/invoices/$invoiceId/pdf')({
  component: function InvoicePdfDrawerRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <PdfDrawer
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
