import { isProblem } from '@portico/api/client';
import { beginPaymentMethod, type PaymentOption, savePaymentMethod } from '@portico/api/portal';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { GatewayHandle } from '../../pay/gateways/gateway';
import { keptOptions } from '../../pay/kept.query';

/** Has the gateway's element take what is entered, and our server keep it. */
export function useKeepMethod(element: RefObject<GatewayHandle | null>, onKept: () => void) {
  const client = useQueryClient();
  // Given to the gateway, but nobody answered whether it is saved: the next try only saves, which is harmless twice.
  const [given, setGiven] = useState<string | null>(null);
  const keep = useMutation({
    mutationFn: async ({ gateway, method, mandate }: PaymentOption) => {
      // The form lets nobody go on who has not agreed to the mandate.
      const mandate_accepted = mandate !== null;
      let setup_id = given;
      if (!setup_id) {
        const { data: setup } = await beginPaymentMethod({ body: { gateway, method, mandate_accepted } });
        // A refusal, or a bank left unanswered, our server learns from the gateway.
        await element.current?.confirm(setup.client_secret).catch(() => undefined);
        setup_id = setup.setup_id;
      }
      try {
        await savePaymentMethod({ body: { gateway, setup_id, mandate_accepted } });
      } catch (error) {
        setGiven(isProblem(error) && error.transient ? setup_id : null);
        throw error;
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries(keptOptions());
      onKept();
    },
  });
  return { ...keep, given: given !== null };
}
