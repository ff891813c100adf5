import { Trans, useLingui } from '@lingui/react/macro';
import { ApiProblem, isProblem } from '@portico/api/client';
import { type PaymentMethod, removeCustomersPaymentMethod } from '@portico/api/office';
import { CardName, ConfirmDialog } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { gatewayName } from '../../app/gateway-name';
import { methodName } from '../../app/method-name';
import { said } from '../../app/notify';
import { refresh } from '../../app/query-client';

interface RemoveMethodProps {
  customerId: string;
  kept: PaymentMethod;
  onClose: () => void;
}

/** Asks before a card or an account is forgotten, here and at the gateway. */
export function RemoveMethod({ customerId, kept, onClose }: RemoveMethodProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const gateway = gatewayName(kept.gateway);
  const remove = useMutation({
    mutationFn: () =>
      removeCustomersPaymentMethod({ path: { id: customerId, method_id: kept.id }, throwOnError: true }),
    onSuccess: () => {
      said(t`${methodName(kept)} is removed.`);
      onClose();
    },
    onSettled: () => refresh(client, 'listPaymentMethods', 'getCustomerTimeline'),
  });
  const silent = isProblem(remove.error, 'gateway_unavailable');
  const stillKept = () =>
    new ApiProblem({
      code: 'still_kept',
      detail: t`${gateway} does not answer, so it is still saved. Try again later.`,
    });

  return (
    <ConfirmDialog
      opened
      title={<Trans>Remove this from what is saved?</Trans>}
      confirmLabel={<Trans>Remove</Trans>}
      danger
      busy={remove.isPending}
      error={silent ? stillKept() : remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Trans>
        <CardName card={kept} /> is removed here and at {gateway}, and cannot be charged again. Only the customer can
        have it saved anew.
      </Trans>
    </ConfirmDialog>
  );
}
