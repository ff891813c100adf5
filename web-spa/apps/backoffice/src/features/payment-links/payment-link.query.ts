import { listPaymentLinksOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

export interface PaymentLinkSearch extends ListState {
  status?: string;
  customer_id?: string;
}

export const LINK_STATUSES = ['active', 'viewed', 'paid', 'expired', 'cancelled'] as const;

export const readPaymentLinkSearch = (search: Record<string, unknown>): PaymentLinkSearch =>
  readSearch(search, ['sort', 'cursor', 'status', 'customer_id']);

export const paymentLinksQuery = ({ q: _, ...search }: PaymentLinkSearch) =>
  queryOptions({
    ...listPaymentLinksOptions({
      query: {
        ...search,
        sort: known(search.sort, directions('created_at', 'expires_at', 'amount')),
        status: known(search.status, LINK_STATUSES),
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });
