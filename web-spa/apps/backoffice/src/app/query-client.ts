import { queryDefaults } from '@portico/api/client';
import { QueryClient, type QueryKey } from '@tanstack/react-query';

export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: queryDefaults });
}

function operationOf(key: QueryKey): string {
  const [head] = key;
  if (typeof head === 'object' && head !== null && '_id' in head) {
    return String(head._id);
  }
  return String(head);
}

/** Marks what a change touches as stale, by operation: `refresh(client, 'listInvoices', 'getInvoice')`. */
export function refresh(client: QueryClient, ...operations: string[]): Promise<void> {
  const touched = new Set(operations);
  return client.invalidateQueries({ predicate: (query) => touched.has(operationOf(query.queryKey)) });
}

/** A change to money or its documents shows in all of these. */
export const MONEY_VIEWS = [
  'listInvoices',
  'getInvoice',
  'getInvoiceTimeline',
  'listPayments',
  'getPayment',
  'listPaymentLinks',
  'listCustomers',
  'getCustomer',
  'getCustomerTimeline',
  'getOfficeHome',
  'listMails',
];
