import { getItemOptions, listItemsOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

export interface ItemSearch extends ListState {
  active?: string;
}

export const readItemSearch = (search: Record<string, unknown>): ItemSearch =>
  readSearch(search, ['q', 'sort', 'cursor', 'active']);

export const itemsQuery = ({ active = 'true', ...search }: ItemSearch) =>
  queryOptions({
    ...listItemsOptions({
      query: {
        ...search,
        sort: known(search.sort, directions('name', 'rate', 'created_at')),
        active: active === 'all' ? undefined : active === 'true',
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });

export const itemQuery = (id: string) => getItemOptions({ path: { id } });
