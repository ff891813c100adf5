import { listPortalInvoices } from '@portico/api/portal';
import { infiniteQueryOptions } from '@tanstack/react-query';

export const STATUSES = ['all', 'unpaid', 'overdue', 'partially_paid', 'paid', 'void'] as const;
export type StatusFilter = (typeof STATUSES)[number];

export const SORTS = [
  '-date',
  'date',
  'due_date',
  '-due_date',
  '-number',
  'number',
  '-total',
  'total',
  '-balance',
  'balance',
] as const;
export type InvoiceSort = (typeof SORTS)[number];

/** The list's view, as it stands in the URL; defaults are left out of it. */
export interface InvoiceSearch {
  status?: StatusFilter;
  sort?: InvoiceSort;
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((item) => item === value);

export function parseInvoiceSearch(search: Record<string, unknown>): InvoiceSearch {
  const status = oneOf(STATUSES, search.status);
  const sort = oneOf(SORTS, search.sort);
  return { status: status === 'all' ? undefined : status, sort: sort === '-date' ? undefined : sort };
}

export function invoiceListOptions({ status = 'all', sort = '-date' }: InvoiceSearch) {
  return infiniteQueryOptions({
    queryKey: ['invoices', { status, sort }],
    queryFn: async ({ pageParam, signal }) =>
      (await listPortalInvoices({ query: { status, sort, limit: 25, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
