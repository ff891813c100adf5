import { createFileRoute } from '@tanstack/react-router';
import { RefundDialog } from '../features/payments/refund-dialog';

export const Route = createFileRoute('/_app/payments/$paymentId/refund')({
  component: function PaymentRefundDialogRoute() {
    const { paymentId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <RefundDialog
        paymentId={paymentId}
        onClose={() => navigate({ to: '/payments/$paymentId', params: { paymentId } })}
      />
    );
  },
});
