import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { type PaymentMethod, updatePaymentMethod } from '@portico/api/portal';
import { StatusBadge } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptOptions } from '../../pay/kept.query';
import { KeptName } from '../../pay/kept-name';
import { isExpired } from '../../pay/pay-way';
import classes from './cards.module.css';
import { EditMethod } from './edit-method';
import { MethodProblem } from './method-problem';
import { RemoveMethod } from './remove-method';

/** One that is kept, and what can be done with it. */
export function KeptItem({ method }: { method: PaymentMethod }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const prefer = useMutation({
    mutationFn: () => updatePaymentMethod({ path: { id: method.id }, body: { is_default: true } }),
    onSettled: () => client.invalidateQueries(keptOptions()),
  });
  const close = () => setOpen(null);
  // Several stand on the page: which one a button is for, its name says.
  const which = `•••• ${method.last4}`;
  const { street, zip, city } = method.address ?? {};
  const address = [street, [zip, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <li className={classes.item}>
      <div>
        <div className={classes.name}>
          <span>
            <KeptName method={method} />
          </span>
          {method.is_default ? (
            <StatusBadge tone="info">
              <Trans>Default</Trans>
            </StatusBadge>
          ) : null}
        </div>
        {address ? (
          <div className={classes.address}>
            <bdi>{address}</bdi>
          </div>
        ) : null}
      </div>
      <Group gap="xs">
        {method.is_default || isExpired(method.expiry) ? null : (
          <Button
            variant="default"
            size="xs"
            loading={prefer.isPending}
            aria-label={t`Make default: ${which}`}
            onClick={() => prefer.mutate()}
          >
            <Trans>Make default</Trans>
          </Button>
        )}
        <Button variant="default" size="xs" aria-label={t`Edit: ${which}`} onClick={() => setOpen('edit')}>
          <Trans>Edit</Trans>
        </Button>
        <Button variant="default" size="xs" aria-label={t`Remove: ${which}`} onClick={() => setOpen('remove')}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
      {prefer.error ? (
        <div className={classes.problem}>
          <MethodProblem error={prefer.error} title={<Trans>Nothing was changed</Trans>} />
        </div>
      ) : null}
      {open === 'edit' ? <EditMethod method={method} onClose={close} /> : null}
      <RemoveMethod method={method} opened={open === 'remove'} onClose={close} />
    </li>
  );
}
