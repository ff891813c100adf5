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
import { type ListState, readSearch } from '../../list/list-state';

export const INVOICE_TABS = ['all', 'draft', 'unpaid', 'overdue', 'partially_paid', 'paid', 'void'] as const;

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
    ...listInvoicesOptions({ query: { ...search, limit: 50, include_total: true } }),
    placeholderData: keepPreviousData,
  });

export const invoiceQuery = (id: string) => getInvoiceOptions({ path: { id } });

export const invoiceTimelineQuery = (id: string) => getInvoiceTimelineOptions({ path: { id }, query: { limit: 100 } });

export interface TaxOption {
  value: string;
  label: string;
  isDefault: boolean;
}

/** Taxes and groups as one list, since a line takes either. */
export function useTaxOptions(): TaxOption[] {
  const taxes = useQuery({ ...listTaxesOptions({ query: { limit: 200, active: true } }), staleTime: 60_000 });
  const groups = useQuery({ ...listTaxGroupsOptions({ query: { limit: 200, active: true } }), staleTime: 60_000 });
  const option = (id: string, name: string, rate: string, isDefault = false) => ({
    value: id,
    label: `${name} (${rate} %)`,
    isDefault,
  });
  return [
    ...(taxes.data?.data ?? []).map((tax) => option(tax.id, tax.name, tax.rate, tax.is_default)),
    ...(groups.data?.data ?? []).map((group) => option(group.id, group.name, group.rate)),
  ];
}

export const editorQueries = {
  organization: () => ({ ...getOrganizationOptions(), staleTime: 60_000 }),
  gateways: () => ({ ...listGatewaysOptions(), staleTime: 60_000 }),
};
