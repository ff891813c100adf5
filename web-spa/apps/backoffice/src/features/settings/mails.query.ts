import { listMailsOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { known, type ListState, readSearch } from '../../list/list-state';

export interface MailSearch extends ListState {
  status?: string;
}

export const readMailSearch = (search: Record<string, unknown>): MailSearch => readSearch(search, ['cursor', 'status']);

export const mailsQuery = ({ cursor, status }: MailSearch) =>
  queryOptions({
    ...listMailsOptions({ query: { cursor, status: known(status, ['queued', 'sent', 'failed']), limit: 50 } }),
    placeholderData: keepPreviousData,
  });
