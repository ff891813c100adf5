import {
  getInvoiceOptions,
  getInvoiceTimelineOptions,
  getOrganizationOptions,
  listGatewaysOptions,
  listInvoicesOptions,
  listTaxesOptions,
  listTaxGroupsOptions,
} from '@portico/api/office/query';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { directions, known, type ListState, readSearch } from '../../list/list-state';

const SORTS = directions('date', 'due_date', 'number', 'total', 'balance');
const STATUSES = [
  'draft',
  'unpaid',
  'overdue',
  'partially_paid',
  'paid',
  'void',
  'sent',
  'viewed',
  'not_viewed',
] as const;

export interface InvoiceSearch extends ListState {
  status?: string;
  customer_id?: string;
  date_from?: string;
  date_to?: string;
}

export const readInvoiceSearch = (search: Record<string, unknown>): InvoiceSearch =>
  readSearch(search, ['q', 'sort', 'cursor', 'status', 'customer_id', 'date_from', 'date_to']);

export const invoicesQuery = (search: InvoiceSearch) =>
  queryOptions({
    ...listInvoicesOptions({
      query: {
        ...search,
        sort: known(search.sort, SORTS),
        status: known(search.status, STATUSES),
        limit: 50,
        include_total: true,
      },
    }),
    placeholderData: keepPreviousData,
  });

export const invoiceQuery = (id: string) => getInvoiceOptions({ path: { id } });

export const invoiceTimelineQuery = (id: string) => getInvoiceTimelineOptions({ path: { id }, query: { limit: 100 } });

export interface TaxOption {
  value: string;
  label: string;
  isDefault: boolean;
}

const option = (id: string, name: string, rate: string, isDefault = false): TaxOption => ({
  value: id,
  label: `${name} (${rate} %)`,
  isDefault,
});

/** Taxes and groups as one list, since a line takes either. */
export function useTaxOptions(): TaxOption[] {
  const taxes = useQuery({ ...listTaxesOptions({ query: { limit: 200, active: true } }), staleTime: 60_000 });
  const groups = useQuery({ ...listTaxGroupsOptions({ query: { limit: 200, active: true } }), staleTime: 60_000 });
  const list = taxes.data?.data;
  const groupList = groups.data?.data;
  return useMemo(
    () => [
      ...(list ?? []).map((tax) => option(tax.id, tax.name, tax.rate, tax.is_default)),
      ...(groupList ?? []).map((group) => option(group.id, group.name, group.rate)),
    ],
    [list, groupList],
  );
}

export const editorQueries = {
  organization: () => ({ ...getOrganizationOptions(), staleTime: 60_000 }),
  gateways: () => ({ ...listGatewaysOptions(), staleTime: 60_000 }),
};
