import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { type PaymentMethod, type UpdatePaymentMethod, updatePaymentMethod } from '@portico/api/portal';
import { CardName, fieldErrors } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { keptOptions } from '../../pay/kept.query';
import { orNull } from '../text-fields';
import { ExpiryFields } from './expiry-fields';
import { HolderFields, readHolder } from './holder-fields';
import { MethodProblem } from './method-problem';

interface EditMethodProps {
  method: PaymentMethod;
  onClose: () => void;
}

/** A card that was renewed under the same number, or a holder who moved. */
export function EditMethod({ method, onClose }: EditMethodProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [expiry, setExpiry] = useState(method.expiry);
  const [holder, setHolder] = useState(() => readHolder(method.address));
  const save = useMutation({
    mutationFn: (body: UpdatePaymentMethod) => updatePaymentMethod({ path: { id: method.id }, body }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries(keptOptions()),
  });
  const errors = fieldErrors(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    const before = readHolder(method.address);
    const moved = JSON.stringify(holder) !== JSON.stringify(before);
    const renewed = expiry && (expiry.year !== method.expiry?.year || expiry.month !== method.expiry.month);
    if (!moved && !renewed) return onClose();
    save.mutate({
      ...(renewed ? { expiry } : {}),
      ...(moved ? { address: { ...method.address, ...orNull(holder) } } : {}),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <Trans>
          Edit <CardName card={method} />
        </Trans>
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {expiry ? (
            <ExpiryFields
              value={expiry}
              error={errors.expiry ? t`Choose a month that is not over.` : undefined}
              onChange={setExpiry}
            />
          ) : null}
          <HolderFields values={holder} errors={errors} onChange={setHolder} />
          {isProblem(save.error, 'validation_failed') ? null : (
            <MethodProblem error={save.error} title={<Trans>Nothing was changed</Trans>} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={save.isPending}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
