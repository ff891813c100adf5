import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { PaymentMethod } from '@portico/api/office';
import { Panel } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { methodName } from '../../app/method-name';
import { useCan } from '../../app/session';
import { Failure } from '../../list/failure';
import { keptQuery } from './kept.query';
import { KeptMethod } from './kept-method';
import classes from './kept-methods.module.css';
import { RemoveMethod } from './remove-method';

/** What gateways keep of a customer; nothing at all where nothing is kept. */
export function KeptMethods({ customerId }: { customerId: string }) {
  const { t } = useLingui();
  const maySee = useCan('view_payments');
  const mayRemove = useCan('record_payments');
  const query = useQuery({ ...keptQuery(customerId), enabled: maySee });
  const [removing, setRemoving] = useState<PaymentMethod | null>(null);
  const methods = query.data?.data ?? [];
  if (!query.isError && methods.length === 0) {
    return null;
  }
  return (
    <Panel title={<Trans>Saved cards and accounts</Trans>}>
      {query.isError && <Failure error={query.error} retry={() => query.refetch()} />}
      <ul className={classes.list} aria-label={t`Saved cards and accounts`}>
        {methods.map((kept) => (
          <li key={kept.id}>
            <div>
              <KeptMethod kept={kept} />
            </div>
            {mayRemove && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={t`Remove ${methodName(kept)}`}
                onClick={() => setRemoving(kept)}
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <RemoveMethod key={removing.id} customerId={customerId} kept={removing} onClose={() => setRemoving(null)} />
      )}
    </Panel>
  );
}
