import { type PortalPayment, syncPayment } from '@portico/api/portal';
import { queryOptions } from '@tanstack/react-query';

const FIRST_MS = 2_000;
const SLOWEST_MS = 15_000;

/** Has our server ask the gateway, again and again while the gateway is still working on it, ever more slowly. */
export function outcomeOptions(id: string) {
  return queryOptions({
    queryKey: ['payment-outcome', id],
    queryFn: async ({ signal }): Promise<PortalPayment> => (await syncPayment({ path: { id }, signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' ? Math.min(FIRST_MS * 1.3 ** state.dataUpdateCount, SLOWEST_MS) : false,
  });
}
