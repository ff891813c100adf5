import { getCustomerOptions, listContactPersonsOptions, listCustomersOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type ListState, readSearch } from '../../list/list-state';

export interface CustomerSearch extends ListState {
  active?: string;
  currency?: string;
  portal_status?: string;
}

export const readCustomerSearch = (search: Record<string, unknown>): CustomerSearch =>
  readSearch(search, ['q', 'sort', 'cursor', 'active', 'currency', 'portal_status']);

/** The active ones unless asked otherwise. */
export const customersQuery = ({ active = 'true', ...search }: CustomerSearch) =>
  queryOptions({
    ...listCustomersOptions({
      query: { ...search, active: active === 'all' ? undefined : active === 'true', limit: 50, include_total: true },
    }),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (id: string) => getCustomerOptions({ path: { id } });

export const personsQuery = (id: string) => listContactPersonsOptions({ path: { id }, query: { limit: 200 } });
