import './dialog-styles';
import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { CheckIcon, EmptyState, Panel, PaymentIcon } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasElement } from '../../pay/gateways/known';
import { keptOptions } from '../../pay/kept.query';
import { AccountPage } from '../account-page';
import { AddMethod } from './add-method';
import classes from './cards.module.css';
import { KeptItem } from './kept-item';

/** The cards and accounts that are kept for the company's later payments. */
export function Cards() {
  const { data } = useSuspenseQuery(keptOptions());
  const [added, setAdded] = useState(false);
  const options = data.options.filter(hasElement);
  return (
    <AccountPage>
      <Panel title={<Trans>Cards and accounts</Trans>}>
        {data.data.length > 0 ? (
          <ul className={classes.list}>
            {data.data.map((method) => (
              <KeptItem key={method.id} method={method} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={<PaymentIcon />} title={<Trans>Nothing is saved</Trans>}>
            <Trans>A card or an account that you save here pays later invoices in one step.</Trans>
          </EmptyState>
        )}
      </Panel>
      {added ? (
        <Alert role="status" variant="light" color="green" icon={<CheckIcon />}>
          <Trans>Saved. You can pay with it from now on.</Trans>
        </Alert>
      ) : null}
      {options.length > 0 ? (
        <AddMethod options={options} onOpen={() => setAdded(false)} onAdded={() => setAdded(true)} />
      ) : null}
    </AccountPage>
  );
}
