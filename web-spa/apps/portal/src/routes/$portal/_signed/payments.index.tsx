import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../../app/language';
import { ListSkeleton } from '../../../features/list/list.skeleton';
import { PaymentList } from '../../../features/payments/payment-list';
import { parsePaymentSearch, paymentListOptions } from '../../../features/payments/payment-list.query';

export const Route = createFileRoute('/$portal/_signed/payments/')({
  validateSearch: parsePaymentSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => withLaterTexts(context.queryClient.ensureInfiniteQueryData(paymentListOptions(deps))),
  pendingComponent: ListSkeleton,
  component: PaymentsRoute,
});

function PaymentsRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PaymentList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
