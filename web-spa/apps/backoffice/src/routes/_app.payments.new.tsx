import { createFileRoute } from '@tanstack/react-router';
import { RecordPayment } from '../features/payments/record-payment';
import { readSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/payments/new')({
  validateSearch: (search: Record<string, unknown>) => readSearch(search, ['customer_id', 'invoice_id']),
  component: function RecordPaymentRoute() {
    const { customer_id, invoice_id } = Route.useSearch();
    return <RecordPayment key={`${customer_id}${invoice_id}`} customerId={customer_id} invoiceId={invoice_id} />;
  },
});
