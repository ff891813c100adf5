import { listPortalInvoices, type PaymentOption, type PortalInvoice } from '@portico/api/portal';
import type { QueryClient } from '@tanstack/react-query';
import { invoiceOptions } from '../invoices/invoice.query';
import { hasElement } from './gateways/known';

/** Either these invoices, or all that are open in one currency. */
export interface PaySearch {
  invoices?: string;
  currency?: string;
}

export interface Payable {
  invoices: PortalInvoice[];
  /** Asked for, but not to be paid here: settled meanwhile, under way, or without an online method. */
  excluded: PortalInvoice[];
  /** The ways to pay that every one of them offers and this app knows. */
  options: PaymentOption[];
  /** There is more than one payment can take. */
  more: boolean;
}

const AT_ONCE = 50;

export function parsePaySearch(search: Record<string, unknown>): PaySearch {
  return {
    invoices: typeof search.invoices === 'string' && search.invoices ? search.invoices : undefined,
    currency: typeof search.currency === 'string' && /^[A-Z]{3}$/.test(search.currency) ? search.currency : undefined,
  };
}

async function idsOf({ invoices, currency }: PaySearch): Promise<string[]> {
  if (invoices) return [...new Set(invoices.split(',').filter(Boolean))];
  const { data } = await listPortalInvoices({ query: { status: 'unpaid', sort: 'due_date', limit: 200 } });
  // Which of them can be paid now, each one's own answer says.
  const open = data.data.filter(({ balance }) => balance.amount > 0);
  const chosen = currency ?? open[0]?.balance.currency;
  return open.filter(({ balance }) => balance.currency === chosen).map(({ id }) => id);
}

export async function loadPayable(queryClient: QueryClient, search: PaySearch): Promise<Payable> {
  const ids = await idsOf(search);
  const all = await Promise.all(
    ids.slice(0, AT_ONCE).map((id) => queryClient.fetchQuery({ ...invoiceOptions(id), staleTime: 0 })),
  );
  const currency = all[0]?.balance.currency;
  const invoices = all.filter(
    (invoice) =>
      invoice.allowed_actions.includes('pay') &&
      invoice.payment_options.length > 0 &&
      invoice.balance.amount > 0 &&
      invoice.balance.currency === currency,
  );
  return {
    invoices,
    excluded: all.filter((invoice) => !invoices.includes(invoice)),
    options: commonOptions(invoices),
    more: ids.length > AT_ONCE,
  };
}

function commonOptions(invoices: PortalInvoice[]): PaymentOption[] {
  const [first, ...others] = invoices;
  const known = (first?.payment_options ?? []).filter(hasElement);
  return known.filter((option) =>
    others.every(({ payment_options }) =>
      payment_options.some(({ gateway, method }) => gateway === option.gateway && method === option.method),
    ),
  );
}
