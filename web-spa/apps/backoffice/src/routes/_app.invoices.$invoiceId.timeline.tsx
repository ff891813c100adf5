import { createFileRoute } from '@tanstack/react-router';
import { TimelineDrawer } from '../features/invoices/timeline-drawer';

export const Route = createFileRoute('/_app/invoices/$invoiceId/timeline')({
  component: function InvoiceTimelineDrawerRoute() {
    const { invoiceId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <TimelineDrawer
        invoiceId={invoiceId}
        onClose={() => navigate({ to: '/invoices/$invoiceId', params: { invoiceId } })}
      />
    );
  },
});
