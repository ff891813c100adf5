import { createFileRoute } from '@tanstack/react-router';
import { ReceiptDrawer } from '../features/payments/receipt-drawer';

export const Route = createFileRoute('/_app/payments/$paymentId/receipt')({
  component: function ReceiptRoute() {
    const { paymentId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ReceiptDrawer
        paymentId={paymentId}
        onClose={() => navigate({ to: '/payments/$paymentId', params: { paymentId } })}
      />
    );
  },
});
