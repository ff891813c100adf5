import { idempotent, isProblem, newIdempotencyKey } from '@portico/api/client';
import { cancelLinkPayment, type Money, type PaymentOption, startLinkPayment } from '@portico/api/portal';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import type { GatewayHandle } from '../gateways/gateway';
import { leaveTo } from '../leave-to';
import { leaveLink } from './left-link';
import { type LinkKey, proofOf } from './pay-link.query';

/** Less was due than the page showed: the payer looks again before paying. */
export class AmountChanged extends Error {}

interface Intent {
  option: PaymentOption;
  /** As it stands on the button. */
  amount: Money;
}

interface Options {
  access: LinkKey;
  element: RefObject<GatewayHandle | null>;
  onPayment: (id: string) => void;
}

/**
 * Starts the payment and lets the gateway's element confirm it; how much, the server says. The same intent keeps its
 * key while the connection is broken, so that a click repeated never makes a second payment.
 */
export function useStartLinkPayment({ access, element, onPayment }: Options) {
  const queryClient = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const path = { token: access.token };
  const headers = proofOf(access);

  return useMutation({
    mutationFn: async ({ option, amount }: Intent) => {
      const { gateway, method, mandate } = option;
      // The form lets nobody go on who has not agreed to the mandate.
      const body = { gateway, method, mandate_accepted: mandate !== null };
      const intent = JSON.stringify(body);
      const key = keys.current.get(intent) ?? newIdempotencyKey();
      keys.current.set(intent, key);
      const { data: payment } = await startLinkPayment({
        path,
        body,
        headers: { ...headers, ...idempotent(key) },
      }).catch((error: unknown) => {
        // A definite no, which the key would only repeat: the next click is another try.
        if (isProblem(error, 'payment_declined')) keys.current.delete(intent);
        throw error;
      });
      keys.current.clear();
      if (payment.amount.amount !== amount.amount) {
        await cancelLinkPayment({ path: { ...path, id: payment.id }, headers }).catch(() => undefined);
        throw new AmountChanged();
      }
      if (payment.approval_url) {
        leaveLink(payment.id, access.token);
        leaveTo(payment.approval_url);
        return null;
      }
      if (payment.client_secret) {
        // Whatever happens between the browser and the gateway, our server is asked for the truth.
        await element.current?.confirm(payment.client_secret).catch(() => undefined);
      }
      return payment;
    },
    onSuccess: (payment) => {
      if (payment) onPayment(payment.id);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['pay-link'] }),
  });
}
