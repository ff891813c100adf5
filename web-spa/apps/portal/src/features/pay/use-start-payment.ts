import { idempotent, isProblem, newIdempotencyKey } from '@portico/api/client';
import { type StartPayment, startPayment } from '@portico/api/portal';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef } from 'react';
import { usePortalName } from '../shell/use-portal';
import type { GatewayHandle } from './gateways/gateway';
import { keptOptions } from './kept.query';
import { leaveTo } from './leave-to';
import type { PayWay } from './pay-way';

interface Intent {
  way: PayWay;
  /** What is entered is kept for later. */
  keep: boolean;
  allocations: StartPayment['allocations'];
}

/**
 * Starts the payment, lets the gateway's element confirm it, and goes to the page that tells the outcome.
 * The same intent keeps its key, so that a click repeated after a broken connection never makes a second payment.
 */
export function useStartPayment(element: RefObject<GatewayHandle | null>) {
  const portal = usePortalName();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const keys = useRef(new Map<string, string>());

  return useMutation({
    mutationFn: async ({ way, keep, allocations }: Intent) => {
      const body = { ...termsOf(way, keep), allocations };
      const intent = JSON.stringify(body);
      const key = keys.current.get(intent) ?? newIdempotencyKey();
      keys.current.set(intent, key);
      const { data: payment } = await startPayment({ body, headers: idempotent(key) }).catch((error: unknown) => {
        // A definite no, which the key would only repeat: the next click is another try.
        if (isProblem(error, 'payment_declined')) keys.current.delete(intent);
        throw error;
      });
      if (payment.approval_url) {
        // The provider sends the payer back to the page that tells the outcome.
        leaveTo(payment.approval_url);
        return null;
      }
      if (payment.client_secret) {
        // Whatever happens between the browser and the gateway, the next page asks our server for the truth.
        await element.current?.confirm(payment.client_secret).catch(() => undefined);
      }
      return payment;
    },
    onSuccess: async (payment) => {
      if (!payment) return;
      await navigate({ to: '/$portal/pay/$paymentId', params: { portal, paymentId: payment.id }, replace: true });
    },
    onError: (error) => {
      if (isGone(error)) void queryClient.invalidateQueries(keptOptions());
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => isInvoice(queryKey) });
    },
  });
}

function termsOf({ option, kept }: PayWay, keep: boolean): Omit<StartPayment, 'allocations'> {
  const { gateway, method, mandate } = option;
  if (kept) return { gateway, method, payment_method_id: kept.id };
  // The form lets nobody go on who has not agreed to the mandate.
  return { gateway, method, mandate_accepted: mandate !== null, ...(keep ? { keep_method: true } : {}) };
}

/** What was to be charged is kept no more. */
export function isGone(error: unknown): boolean {
  return isProblem(error) && error.errors.some(({ pointer }) => pointer === '/payment_method_id');
}

function isInvoice([key]: readonly unknown[]): boolean {
  return typeof key === 'object' && key !== null && '_id' in key && key._id === 'getPortalInvoice';
}
