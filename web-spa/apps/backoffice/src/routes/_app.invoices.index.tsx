import { createFileRoute } from '@tanstack/react-router';
import { invoicesQuery, readInvoiceSearch } from '../features/invoices/invoice.query';
import { InvoiceList } from '../features/invoices/invoice-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/invoices/')({
  validateSearch: readInvoiceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(invoicesQuery(deps)),
  component: function InvoicesPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <InvoiceList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
