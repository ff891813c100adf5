import { getPublicPaymentLink, type PortalPayment, type PublicPaymentLink, syncLinkPayment } from '@portico/api/portal';
import { queryOptions } from '@tanstack/react-query';
import { forgetLink } from './left-link';

/** What opens a link: its token, and the proof that the mailed code was entered. Kept in memory only. */
export interface LinkKey {
  token: string;
  proof: string | null;
}

export const proofOf = ({ proof }: LinkKey) => (proof ? { 'Payment-Link-Proof': proof } : {});

const PROCESSING_MS = 15_000;

/** Looking uses nothing up; while a payment is being processed it is looked again. */
export function payLinkOptions(key: LinkKey) {
  return queryOptions({
    queryKey: ['pay-link', key],
    queryFn: async ({ signal }): Promise<PublicPaymentLink> =>
      (await getPublicPaymentLink({ path: { token: key.token }, headers: proofOf(key), signal })).data,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.link?.standing === 'processing' ? PROCESSING_MS : false),
  });
}

const FIRST_MS = 2_000;

/** Has our server ask the gateway, again and again while the gateway is still working on it, ever more slowly. */
export function linkOutcomeOptions(key: LinkKey, id: string | undefined) {
  return queryOptions({
    queryKey: ['pay-link-outcome', key, id],
    queryFn: async ({ signal }): Promise<PortalPayment> => {
      const path = { token: key.token, id: id ?? '' };
      const { data: payment } = await syncLinkPayment({ path, headers: proofOf(key), signal });
      if (payment.state === 'succeeded') forgetLink(payment.id);
      return payment;
    },
    enabled: id !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' ? Math.min(FIRST_MS * 1.3 ** state.dataUpdateCount, PROCESSING_MS) : false,
  });
}
