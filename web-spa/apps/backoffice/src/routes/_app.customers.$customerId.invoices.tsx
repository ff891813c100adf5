import { createFileRoute } from '@tanstack/react-router';
import { useCan } from '../app/session';
import { readInvoiceSearch } from '../features/invoices/invoice.query';
import { InvoiceTable } from '../features/invoices/invoice-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/customers/$customerId/invoices')({
  validateSearch: readInvoiceSearch,
  component: function InvoicesTab() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <InvoiceTable
        customerId={Route.useParams().customerId}
        mayCreate={useCan('manage_invoices')}
        search={search}
        onSearch={(patch) => navigate({ search: patchSearch(search, patch) })}
      />
    );
  },
});
