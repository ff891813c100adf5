import { createFileRoute } from '@tanstack/react-router';
import { paymentsQuery, readPaymentSearch } from '../features/payments/payment.query';
import { PaymentList } from '../features/payments/payment-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/payments/')({
  validateSearch: readPaymentSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(paymentsQuery(deps)),
  component: function PaymentsPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <PaymentList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
