import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../../app/language';
import { PayLink } from '../../features/pay/link/pay-link';
import { parsePayLinkSearch } from '../../features/pay/link/pay-link-search';

export const Route = createFileRoute('/$portal/pay-link/$token')({
  validateSearch: parsePayLinkSearch,
  loader: laterTexts,
  component: PayLinkRoute,
});

function PayLinkRoute() {
  const { token } = Route.useParams();
  const { payment } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PayLink
      key={token}
      token={token}
      paymentId={payment}
      onPayment={(id) => void navigate({ search: id ? { payment: id } : {}, replace: true })}
    />
  );
}
