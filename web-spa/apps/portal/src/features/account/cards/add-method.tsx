import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { PaymentOption } from '@portico/api/portal';
import { Panel } from '@portico/ui';
import { useState } from 'react';
import { AddForm } from './add-form';

interface AddMethodProps {
  options: PaymentOption[];
  onOpen: () => void;
  onAdded: () => void;
}

export function AddMethod({ options, onOpen, onAdded }: AddMethodProps) {
  const [open, setOpen] = useState(false);
  const accounts = options.some(({ method }) => method === 'bank_debit');
  const title = accounts ? <Trans>Add a card or an account</Trans> : <Trans>Add a card</Trans>;
  if (!open) {
    return (
      <Group>
        <Button
          variant="default"
          onClick={() => {
            setOpen(true);
            onOpen();
          }}
        >
          {title}
        </Button>
      </Group>
    );
  }
  return (
    <Panel title={title}>
      <AddForm
        options={options}
        onCancel={() => setOpen(false)}
        onAdded={() => {
          setOpen(false);
          onAdded();
        }}
      />
    </Panel>
  );
}
