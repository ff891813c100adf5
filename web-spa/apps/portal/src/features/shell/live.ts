import { follow } from '@portico/api/live';
import { streamPortalEvents } from '@portico/api/portal';
import type { QueryClient } from '@tanstack/react-query';

/** What shows invoices or payments. */
const VIEWS = /^(invoices|payments|getPortalInvoice|getPortalPayment|getPortalHome)$/;

const TOGETHER_MS = 200;

function shows(head: unknown): boolean {
  const name = typeof head === 'object' && head !== null && '_id' in head ? head._id : head;
  return VIEWS.test(String(name));
}

/** Follows what changes for this customer. A bill touches balances and lists alike, so that all of it is fetched again. */
export function followPortal(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = follow(streamPortalEvents, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => shows(queryKey[0]) });
    }, TOGETHER_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
