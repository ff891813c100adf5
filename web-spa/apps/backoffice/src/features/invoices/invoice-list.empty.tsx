import { Trans } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { Empty } from '../../list/empty';
import { IconCheck, IconInvoice } from '../../shell/icons';

export function FirstInvoice({ mayCreate, customerId }: { mayCreate: boolean; customerId?: string }) {
  return (
    <Empty
      icon={<IconInvoice />}
      title={<Trans>No invoices yet</Trans>}
      action={
        mayCreate && (
          <LinkButton to="/invoices/new" search={customerId ? { customer_id: customerId } : {}}>
            <Trans>Write the first invoice</Trans>
          </LinkButton>
        )
      }
    >
      <Trans>Write it, send it, and follow here when it is seen and paid.</Trans>
    </Empty>
  );
}

export function AllDone({ status }: { status: string }) {
  return (
    <Empty icon={<IconCheck />} title={<Trans>All done</Trans>}>
      {status === 'overdue' ? <Trans>No invoice is overdue.</Trans> : <Trans>Every invoice is paid.</Trans>}
    </Empty>
  );
}
