import { Trans, useLingui } from '@lingui/react/macro';
import { BackIcon, DocumentNumber, InvoiceStatus, Link, Page, Panel } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { usePortal } from '../shell/use-portal';
import { invoiceOptions } from './invoice.query';
import { InvoiceActions } from './invoice-actions';
import { InvoiceDue } from './invoice-due';
import { InvoiceHeader } from './invoice-header';
import { InvoiceLines } from './invoice-lines';
import { InvoicePayments } from './invoice-payments';
import { InvoiceText } from './invoice-text';
import { InvoiceTotals } from './invoice-totals';
import classes from './invoice-view.module.css';
import { PaymentNotice } from './payment-notice';
import { useMarkViewed } from './use-mark-viewed';

/** The invoice as a page to read: on a phone as good as on paper. */
export function InvoiceView({ id }: { id: string }) {
  const { t } = useLingui();
  const portal = usePortal();
  const { data: invoice } = useSuspenseQuery(invoiceOptions(id));
  useMarkViewed(id);
  return (
    <Page
      title={`${invoice.number} – ${portal.organization_name}`}
      heading={
        <Trans>
          Invoice <DocumentNumber>{invoice.number}</DocumentNumber>
        </Trans>
      }
      badge={<InvoiceStatus status={invoice.status} />}
      actions={<InvoiceActions invoice={invoice} />}
      back={
        <Link to="/$portal/invoices" params={{ portal: portal.name }} size="sm" className={classes.back}>
          <BackIcon width={16} height={16} />
          {t`Invoices`}
        </Link>
      }
    >
      <PaymentNotice invoice={invoice} />
      <InvoiceDue invoice={invoice} />
      <Panel>
        <article className={classes.document}>
          <InvoiceHeader invoice={invoice} />
          <InvoiceLines invoice={invoice} />
          <InvoiceTotals invoice={invoice} />
          <InvoiceText title={<Trans>Notes</Trans>} text={invoice.notes} />
          <InvoiceText title={<Trans>Terms</Trans>} text={invoice.terms} />
          <InvoiceText title={<Trans>How to pay</Trans>} text={invoice.payment_instructions} />
        </article>
      </Panel>
      <InvoicePayments payments={invoice.payments} />
    </Page>
  );
}
