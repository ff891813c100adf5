import { listCustomersOptions, listInvoicesOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';

/** A few customers and invoices that fit what is typed. */
export function usePaletteResults(q: string) {
  const enabled = q.length >= 2;
  const customers = useQuery({ ...listCustomersOptions({ query: { q, limit: 5 } }), enabled });
  const invoices = useQuery({ ...listInvoicesOptions({ query: { q, limit: 5 } }), enabled });
  return {
    customers: enabled ? (customers.data?.data ?? []) : [],
    invoices: enabled ? (invoices.data?.data ?? []) : [],
  };
}
