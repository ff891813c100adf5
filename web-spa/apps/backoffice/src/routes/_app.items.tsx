import { createFileRoute } from '@tanstack/react-router';
import { itemsQuery, readItemSearch } from '../features/items/item.query';
import { ItemList } from '../features/items/item-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/items')({
  validateSearch: readItemSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(itemsQuery(deps)),
  component: function ItemsPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <ItemList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
