import { listPortalPayments } from '@portico/api/portal';
import { infiniteQueryOptions } from '@tanstack/react-query';

export const PAYMENT_SORTS = ['-date', 'date', '-amount', 'amount'] as const;
export type PaymentSort = (typeof PAYMENT_SORTS)[number];
export type PaymentKind = 'all' | 'invoice';

export interface PaymentSearch {
  kind?: PaymentKind;
  sort?: PaymentSort;
}

export function parsePaymentSearch(search: Record<string, unknown>): PaymentSearch {
  const sort = PAYMENT_SORTS.find((known) => known === search.sort);
  return { kind: search.kind === 'invoice' ? 'invoice' : undefined, sort: sort === '-date' ? undefined : sort };
}

export function paymentListOptions({ kind = 'all', sort = '-date' }: PaymentSearch) {
  return infiniteQueryOptions({
    queryKey: ['payments', { kind, sort }],
    queryFn: async ({ pageParam, signal }) =>
      (await listPortalPayments({ query: { kind, sort, limit: 25, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}
