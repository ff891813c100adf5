import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { CheckIcon, EmptyState, InvoiceIcon, Panel } from '@portico/ui';
import type { StatusFilter } from './invoice-list.query';

/** Three different nothings: never had one, all done, no match. */
export function InvoiceListEmpty({ status, onAll }: { status: StatusFilter; onAll: () => void }) {
  const all = (
    <Button variant="default" onClick={onAll}>
      <Trans>Show all invoices</Trans>
    </Button>
  );
  if (status === 'all') {
    return (
      <Panel>
        <EmptyState icon={<InvoiceIcon />} title={<Trans>No invoices yet</Trans>}>
          <Trans>As soon as an invoice is sent to you it appears here.</Trans>
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      {status === 'unpaid' || status === 'overdue' ? (
        <EmptyState icon={<CheckIcon />} title={<Trans>All done</Trans>} action={all}>
          {status === 'overdue' ? <Trans>Nothing is overdue.</Trans> : <Trans>There is nothing to pay.</Trans>}
        </EmptyState>
      ) : (
        <EmptyState icon={<InvoiceIcon />} title={<Trans>No invoice matches</Trans>} action={all}>
          <Trans>There is no invoice with this status.</Trans>
        </EmptyState>
      )}
    </Panel>
  );
}
