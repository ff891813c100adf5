import { Trans, useLingui } from '@lingui/react/macro';
import type { Customer, InvoiceSummary } from '@portico/api/office';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { todayIn } from '../../app/date-format';
import { useMe } from '../../app/session';
import { Failure } from '../../list/failure';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { customerQuery } from '../customers/customer.query';
import { CustomerPicker } from '../customers/customer-picker';
import { EditorSkeleton } from '../invoices/invoice-editor.skeleton';
import { openInvoicesQuery } from './payment.query';
import { allocationRows, newPayment } from './payment-values';
import { RecordPaymentForm } from './record-payment-form';

interface RecordPaymentProps {
  customerId?: string;
  invoiceId?: string;
}

/** First whose payment it is, then what it pays. */
export function RecordPayment({ customerId, invoiceId }: RecordPaymentProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(customerId ?? null);
  const customer = useQuery({ ...customerQuery(chosen ?? ''), enabled: chosen !== null });
  const open = useQuery({ ...openInvoicesQuery(chosen ?? ''), enabled: chosen !== null });
  const failed = customer.isError ? customer : open.isError ? open : null;

  return (
    <Page
      title={t`Record payment`}
      back={
        <BackLink to="/payments">
          <Trans>Payments</Trans>
        </BackLink>
      }
    >
      <CustomerPicker
        label={t`Customer`}
        withAsterisk
        maw={420}
        mb="md"
        autoFocus={chosen === null}
        value={chosen}
        onChange={(picked) => setChosen(picked?.id ?? null)}
      />
      {failed && <Failure error={failed.error} retry={() => failed.refetch()} />}
      {chosen !== null && !failed && (!customer.data || !open.data) && <EditorSkeleton />}
      {customer.data && open.data && (
        <Prepared key={chosen} customer={customer.data} invoices={open.data.data} invoiceId={invoiceId} />
      )}
    </Page>
  );
}

interface PreparedProps {
  customer: Customer;
  invoices: InvoiceSummary[];
  invoiceId?: string;
}

/** One payment is in one currency: only invoices of that currency are offered. */
function Prepared({ customer, invoices, invoiceId }: PreparedProps) {
  const me = useMe();
  const [start] = useState(invoices);
  const [picked, setPicked] = useState(
    start.find((invoice) => invoice.id === invoiceId)?.balance.currency ?? customer.currency,
  );
  const currencies = useMemo(
    () => [...new Set([customer.currency, ...start.map((invoice) => invoice.balance.currency)])],
    [customer, start],
  );
  const offered = useMemo(() => start.filter((invoice) => invoice.balance.currency === picked), [start, picked]);
  const rows = allocationRows(offered, invoiceId);
  const initial = {
    ...newPayment(todayIn(me.organization.time_zone), customer.id, picked),
    allocations: rows,
    // By which a bank transfer is recognised.
    reference: start.find((invoice) => invoice.id === invoiceId)?.number ?? '',
    amount: rows.find((row) => row.invoice_id === invoiceId)?.amount ?? '',
  };
  return (
    <RecordPaymentForm
      key={picked}
      initial={initial}
      invoices={offered}
      currencies={currencies}
      onCurrency={setPicked}
    />
  );
}
