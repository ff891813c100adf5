import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { downloadPortalReceipt, type PortalPayment } from '@portico/api/portal';
import {
  BackIcon,
  Day,
  DownloadIcon,
  Link,
  LinkButton,
  Money,
  Page,
  Panel,
  PaymentState,
  PrintIcon,
} from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import Refunds from '../credit/refunds';
import { DownloadButton } from '../document/download-button';
import { Facts } from '../document/facts';
import { DeclineReason } from '../pay/decline-reason';
import { usePortal } from '../shell/use-portal';
import { paymentOptions } from './payment.query';
import { PaymentMethod } from './payment-method';
import { PaymentName } from './payment-name';
import classes from './receipt.module.css';
import { ReceiptInvoices } from './receipt-invoices';

/** One payment with the invoices it paid: on screen, on paper, as PDF. */
export function Receipt({ id }: { id: string }) {
  const { t } = useLingui();
  const portal = usePortal();
  const session = useSession();
  const { data: payment } = useSuspenseQuery(paymentOptions(id));
  return (
    <Page
      title={`${payment.number ?? t`Payment`} – ${portal.organization_name}`}
      heading={<PaymentName payment={payment} />}
      badge={<PaymentState state={payment.status} />}
      width="narrow"
      actions={payment.receipt_available ? <Actions payment={payment} /> : null}
      back={
        <Link to="/$portal/payments" params={{ portal: portal.name }} size="sm" className={classes.back}>
          <BackIcon width={16} height={16} />
          {t`Payments`}
        </Link>
      }
    >
      <Panel>
        <article className={classes.receipt}>
          <div>
            <p className={classes.label}>
              {payment.state === 'succeeded' ? <Trans>Amount paid</Trans> : <Trans>Amount</Trans>}
            </p>
            <p className={classes.amount}>
              <Money value={payment.amount} />
            </p>
            {payment.state === 'failed' ? (
              <p className={classes.label}>
                <DeclineReason failure={payment.failure} />
              </p>
            ) : null}
          </div>
          <Facts
            facts={[
              [<Trans key="n">Date</Trans>, <Day key="v" value={payment.date} long />],
              [<Trans key="n">Method</Trans>, <PaymentMethod key="v" payment={payment} />],
              payment.reference ? [<Trans key="n">Reference</Trans>, <bdi key="v">{payment.reference}</bdi>] : null,
              [<Trans key="n">Paid to</Trans>, <bdi key="v">{portal.organization_name}</bdi>],
              session ? [<Trans key="n">Paid by</Trans>, <bdi key="v">{session.customer.name}</bdi>] : null,
            ]}
          />
          <ReceiptInvoices allocations={payment.allocations} />
          <Refunds refunds={payment.refunds} />
          {payment.state === 'requires_action' || payment.state === 'pending' ? (
            <LinkButton to="/$portal/pay/$paymentId" params={{ portal: portal.name, paymentId: id }} variant="default">
              <Trans>See how it stands</Trans>
            </LinkButton>
          ) : null}
        </article>
      </Panel>
    </Page>
  );
}

function Actions({ payment }: { payment: PortalPayment }) {
  return (
    <>
      <DownloadButton
        name={`${payment.number ?? payment.id}.pdf`}
        icon={<DownloadIcon width={18} height={18} />}
        load={async () => (await downloadPortalReceipt({ path: { id: payment.id }, parseAs: 'blob' })).data}
      />
      <Button
        variant="default"
        size="sm"
        leftSection={<PrintIcon width={18} height={18} />}
        onClick={() => window.print()}
      >
        <Trans>Print</Trans>
      </Button>
    </>
  );
}
