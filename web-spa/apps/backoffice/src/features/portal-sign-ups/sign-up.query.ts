import { listPortalSignUpsOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

export interface SignUpSearch extends ListState {
  status?: string;
}

export const SIGN_UP_STATUSES = ['waiting', 'approved', 'declined'] as const;

export const readSignUpSearch = (search: Record<string, unknown>): SignUpSearch =>
  readSearch(search, ['sort', 'cursor', 'status']);

/** Those who wait unless asked otherwise. */
export const signUpsQuery = ({ q: _, status = 'waiting', ...search }: SignUpSearch) =>
  queryOptions({
    ...listPortalSignUpsOptions({
      query: {
        ...search,
        sort: known(search.sort, directions('created_at')),
        status: known(status, SIGN_UP_STATUSES),
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });

/** How many wait. */
export const waitingQuery = () =>
  listPortalSignUpsOptions({ query: { status: 'waiting', limit: 1, include_total: true } });
