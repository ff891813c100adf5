import { createFileRoute } from '@tanstack/react-router';
import { paymentQuery } from '../features/payments/payment.query';
import { PaymentPage } from '../features/payments/payment-page';
import { PageSkeleton } from '../shell/page-skeleton';

export const Route = createFileRoute('/_app/payments/$paymentId')({
  loader: ({ context, params }) => context.client.ensureQueryData(paymentQuery(params.paymentId)),
  pendingMs: 300,
  pendingComponent: PageSkeleton,
  component: function PaymentRoute() {
    return <PaymentPage paymentId={Route.useParams().paymentId} />;
  },
});
