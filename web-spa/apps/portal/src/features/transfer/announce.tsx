import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, TextInput } from '@mantine/core';
import { announceBankTransfer, type BankTransfer } from '@portico/api/portal';
import { Day, fieldErrors, Panel, ProblemAlert } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import classes from './transfer.module.css';
import { transferOptions } from './transfer.query';

/** "I have transferred it": staff hear of it, and nothing else changes until the money has arrived. */
export function Announce({ id, transfer }: { id: string; transfer: BankTransfer }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [day, setDay] = useState('');
  const announce = useMutation({
    mutationFn: () => announceBankTransfer({ path: { id }, body: { transferred_on: day || null } }),
    onSuccess: () => client.invalidateQueries({ queryKey: transferOptions(id).queryKey }),
  });
  const refused = fieldErrors(announce.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    announce.mutate();
  }

  return (
    <div data-screen-only>
      {transfer.transferred_on ? (
        <Alert role="status" variant="light" mb="md">
          <Trans>
            You told us that you transferred it on <Day value={transfer.transferred_on} long />. As soon as the money
            arrives, the invoice is marked as paid.
          </Trans>
        </Alert>
      ) : null}
      {transfer.can_announce ? (
        <Panel title={<Trans>Have you transferred it?</Trans>}>
          <form className={classes.announce} onSubmit={submit} noValidate>
            <TextInput
              type="date"
              label={t`On which day (today, if left empty)`}
              value={day}
              error={refused.transferred_on}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            {refused.transferred_on ? null : <ProblemAlert error={announce.error} />}
            <Button type="submit" loading={announce.isPending}>
              {transfer.transferred_on ? <Trans>Correct the day</Trans> : <Trans>I have transferred it</Trans>}
            </Button>
          </form>
        </Panel>
      ) : null}
    </div>
  );
}
