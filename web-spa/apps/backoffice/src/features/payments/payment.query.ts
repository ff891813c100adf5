import { getPaymentOptions, listInvoicesOptions, listPaymentsOptions } from '@portico/api/office/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

export interface PaymentSearch extends ListState {
  state?: string;
  mode?: string;
  customer_id?: string;
  date_from?: string;
  date_to?: string;
}

/** What staff record; `online` comes from a gateway. */
export const MODES = ['bank_transfer', 'cash', 'check', 'card', 'bank_remittance', 'direct_debit', 'other'] as const;
export const ALL_MODES = [...MODES, 'online'] as const;
export const STATES = ['succeeded', 'pending', 'requires_action', 'failed', 'cancelled'] as const;

export const readPaymentSearch = (search: Record<string, unknown>): PaymentSearch =>
  readSearch(search, ['q', 'sort', 'cursor', 'state', 'mode', 'customer_id', 'date_from', 'date_to']);

export const paymentsQuery = (search: PaymentSearch) =>
  queryOptions({
    ...listPaymentsOptions({
      query: {
        ...search,
        sort: known(search.sort, directions('date', 'amount')),
        state: known(search.state, STATES),
        mode: known(search.mode, ALL_MODES),
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });

export const paymentQuery = (id: string) => getPaymentOptions({ path: { id } });

/** What a customer still owes, the oldest first. */
export const openInvoicesQuery = (customerId: string) =>
  listInvoicesOptions({ query: { customer_id: customerId, status: 'unpaid', sort: 'due_date', limit: 200 } });
