import { createFileRoute } from '@tanstack/react-router';
import { NewInvoice } from '../features/invoices/new-invoice';
import { readSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/invoices/new')({
  validateSearch: (search: Record<string, unknown>) => readSearch(search, ['customer_id']),
  component: function NewInvoiceRoute() {
    const { customer_id } = Route.useSearch();
    return <NewInvoice key={customer_id} customerId={customer_id} />;
  },
});
