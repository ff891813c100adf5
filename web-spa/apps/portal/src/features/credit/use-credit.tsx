import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { idempotent, newIdempotencyKey } from '@portico/api/client';
import { applyMyCredit, type PortalInvoice } from '@portico/api/portal';
import { Money } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

/** Pays with what earlier payments left over: as much as there is, and no more than is due. */
export default function UseCredit({ invoice }: { invoice: PortalInvoice }) {
  const queryClient = useQueryClient();
  const { balance, credit_available: available } = invoice;
  const amount = Math.min(balance.amount, available.amount);
  // Sending the same amount again keeps the key, so that nothing is applied twice.
  const intent = useRef({ amount: 0, key: '' });
  const apply = useMutation({
    mutationFn: async () => {
      if (intent.current.amount !== amount) {
        intent.current = { amount, key: newIdempotencyKey() };
      }
      await applyMyCredit({ path: { id: invoice.id }, body: { amount }, headers: idempotent(intent.current.key) });
    },
    onSettled: (_, error) => {
      if (!error) {
        intent.current = { amount: 0, key: '' };
      }
      return queryClient.invalidateQueries();
    },
  });
  return (
    <div>
      <Text size="sm" mb={4}>
        <Trans>
          You have <Money value={available} /> of credit.
        </Trans>
      </Text>
      <Button variant="default" loading={apply.isPending} onClick={() => apply.mutate()}>
        <span>
          <Trans>
            Use <Money value={{ amount, currency: balance.currency }} /> of my credit
          </Trans>
        </span>
      </Button>
      {apply.isError ? (
        <Text size="sm" c="red" role="alert" mt={4}>
          <Trans>That did not work. Please look at the amounts and try again.</Trans>
        </Text>
      ) : null}
    </div>
  );
}
