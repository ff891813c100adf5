import { Trans, useLingui } from '@lingui/react/macro';
import { DocumentNumber, InvoiceStatus } from '@portico/ui';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { editorQueries, invoiceQuery } from './invoice.query';
import { InvoiceActions } from './invoice-actions';
import { ViewedEye } from './invoice-columns';
import { InvoiceDocument } from './invoice-document';
import { InvoiceNotices } from './invoice-notices';
import classes from './invoice-page.module.css';
import { InvoiceSide } from './invoice-side';

export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const { t } = useLingui();
  const { data: invoice } = useSuspenseQuery(invoiceQuery(invoiceId));
  const organization = useQuery(editorQueries.organization());
  return (
    <Page
      title={invoice.number ?? t`Draft for ${invoice.customer.name}`}
      back={
        <BackLink to="/invoices">
          <Trans>Invoices</Trans>
        </BackLink>
      }
      heading={
        <>
          {invoice.number ? (
            <DocumentNumber>{invoice.number}</DocumentNumber>
          ) : (
            <Trans>Draft for {invoice.customer.name}</Trans>
          )}
          <InvoiceStatus status={invoice.status} audience="staff" />
          <ViewedEye at={invoice.viewed_at} />
        </>
      }
      actions={<InvoiceActions invoice={invoice} />}
    >
      <InvoiceNotices invoice={invoice} />
      <div className={classes.grid}>
        <InvoiceDocument invoice={invoice} organization={organization.data} />
        <InvoiceSide invoice={invoice} />
      </div>
      <Outlet />
    </Page>
  );
}
