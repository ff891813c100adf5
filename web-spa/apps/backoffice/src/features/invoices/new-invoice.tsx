import { Trans, useLingui } from '@lingui/react/macro';
import { createInvoice } from '@portico/api/office';
import { listTaxesOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { todayIn } from '../../app/date-format';
import { MONEY_VIEWS, refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { customerQuery } from '../customers/customer.query';
import { EditorFrame } from './editor-frame';
import { useTaxOptions } from './invoice.query';
import { InvoiceEditor } from './invoice-editor';
import { EditorSkeleton } from './invoice-editor.skeleton';
import { invoiceInput, newInvoice } from './invoice-values';

export function NewInvoice({ customerId }: { customerId?: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const maySend = useCan('send_invoices');
  const taxes = useTaxOptions();
  // Both decide what the first line and the currency begin with.
  const taxList = useQuery({ ...listTaxesOptions({ query: { limit: 200, active: true } }), staleTime: 60_000 });
  const customer = useQuery({ ...customerQuery(customerId ?? ''), enabled: customerId !== undefined });
  const waiting = taxList.isPending || (customerId !== undefined && customer.isPending);

  return (
    <Page
      title={t`New invoice`}
      back={
        <BackLink to="/invoices">
          <Trans>Invoices</Trans>
        </BackLink>
      }
    >
      <EditorFrame>
        {({ organization, gateways }) => {
          if (waiting) {
            return <EditorSkeleton />;
          }
          const offered = gateways.filter((gateway) => gateway.enabled).map((gateway) => gateway.kind);
          const tax = taxes.find((option) => option.isDefault)?.value ?? '';
          const fresh = newInvoice(organization, todayIn(organization.time_zone), offered, tax);
          const initial = customer.data
            ? {
                ...fresh,
                customer_id: customer.data.id,
                currency: customer.data.currency,
                terms_days: String(customer.data.payment_terms_days),
              }
            : fresh;
          return (
            <InvoiceEditor
              isNew
              initial={initial}
              organization={organization}
              gateways={gateways}
              taxes={taxes}
              maySend={maySend}
              onCancel={() => router.history.back()}
              onSave={async (values) => {
                const { data } = await createInvoice({ body: invoiceInput(values), throwOnError: true });
                await refresh(client, ...MONEY_VIEWS);
                const params = { invoiceId: data.id };
                return (next) =>
                  next === 'send'
                    ? navigate({ to: '/invoices/$invoiceId/send', params })
                    : navigate({ to: '/invoices/$invoiceId', params });
              }}
            />
          );
        }}
      </EditorFrame>
    </Page>
  );
}
