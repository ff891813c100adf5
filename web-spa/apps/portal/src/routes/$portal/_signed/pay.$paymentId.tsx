import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../../../app/language';
import { Outcome } from '../../../features/pay/outcome';

export const Route = createFileRoute('/$portal/_signed/pay/$paymentId')({
  loader: laterTexts,
  component: OutcomeRoute,
});

function OutcomeRoute() {
  const { paymentId } = Route.useParams();
  return <Outcome key={paymentId} id={paymentId} />;
}
