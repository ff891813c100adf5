import { createFileRoute } from '@tanstack/react-router';
import { useCan } from '../app/session';
import { readPaymentSearch } from '../features/payments/payment.query';
import { PaymentTable } from '../features/payments/payment-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/customers/$customerId/payments')({
  validateSearch: readPaymentSearch,
  component: function PaymentsTab() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <PaymentTable
        customerId={Route.useParams().customerId}
        mayRecord={useCan('record_payments')}
        search={search}
        onSearch={(patch) => navigate({ search: patchSearch(search, patch) })}
      />
    );
  },
});
