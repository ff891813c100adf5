import { Trans } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { type PaymentMethod, removePaymentMethod } from '@portico/api/portal';
import { CardName, ConfirmDialog } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keptOptions } from '../../pay/kept.query';
import { MethodProblem } from './method-problem';

interface RemoveMethodProps {
  method: PaymentMethod;
  opened: boolean;
  onClose: () => void;
}

export function RemoveMethod({ method, opened, onClose }: RemoveMethodProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removePaymentMethod({ path: { id: method.id } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(keptOptions()),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={
        <Trans>
          Remove <CardName card={method} />?
        </Trans>
      }
      confirmLabel={<Trans>Remove</Trans>}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Stack gap="md">
        <div>
          <Trans>Nobody can pay with it any more, unless it is entered again. Payments under way go on.</Trans>
        </div>
        <MethodProblem error={remove.error} title={<Trans>It is still saved</Trans>} />
      </Stack>
    </ConfirmDialog>
  );
}
