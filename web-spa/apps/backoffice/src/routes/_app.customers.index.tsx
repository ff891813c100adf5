import { createFileRoute } from '@tanstack/react-router';
import { customersQuery, readCustomerSearch } from '../features/customers/customer.query';
import { CustomerList } from '../features/customers/customer-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/customers/')({
  validateSearch: readCustomerSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(customersQuery(deps)),
  component: function CustomersPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <CustomerList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
