import { createFileRoute } from '@tanstack/react-router';
import { paymentLinksQuery, readPaymentLinkSearch } from '../features/payment-links/payment-link.query';
import { PaymentLinkList } from '../features/payment-links/payment-link-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/payment-links')({
  validateSearch: readPaymentLinkSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(paymentLinksQuery(deps)),
  component: function PaymentLinksPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <PaymentLinkList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
