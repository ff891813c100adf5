import { getCustomerOptions, listContactPersonsOptions, listCustomersOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

export interface CustomerSearch extends ListState {
  active?: string;
  currency?: string;
  portal_status?: string;
}

const SORTS = directions('display_name', 'created_at', 'outstanding');
export const PORTAL_STATUSES = ['none', 'invited', 'accepted', 'disabled', 'reinvite_needed'] as const;

export const readCustomerSearch = (search: Record<string, unknown>): CustomerSearch =>
  readSearch(search, ['q', 'sort', 'cursor', 'active', 'currency', 'portal_status']);

/** The active ones unless asked otherwise. */
export const customersQuery = ({ active = 'true', ...search }: CustomerSearch) =>
  queryOptions({
    ...listCustomersOptions({
      query: {
        ...search,
        sort: known(search.sort, SORTS),
        portal_status: known(search.portal_status, PORTAL_STATUSES),
        active: active === 'all' ? undefined : active === 'true',
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (id: string) => getCustomerOptions({ path: { id } });

export const personsQuery = (id: string) => listContactPersonsOptions({ path: { id }, query: { limit: 200 } });
