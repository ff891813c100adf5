import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../../app/session';
import { ListBody } from '../../list/list-body';
import { StatusTabs } from '../../list/status-tabs';
import { IconPlus } from '../../shell/icons';
import { Page } from '../../shell/page';
import { useShortcut } from '../../shell/shortcuts';
import { ViewsMenu } from '../saved-views/views-menu';
import { type InvoiceSearch, invoicesQuery } from './invoice.query';
import { invoiceColumns } from './invoice-columns';
import { InvoiceFilters } from './invoice-filters';
import { AllDone, FirstInvoice } from './invoice-list.empty';

const NO_FILTERS: InvoiceSearch = {
  q: undefined,
  sort: undefined,
  status: undefined,
  customer_id: undefined,
  date_from: undefined,
  date_to: undefined,
};

interface InvoiceListProps {
  search: InvoiceSearch;
  onSearch: (patch: Partial<InvoiceSearch>) => void;
}

export function InvoiceList({ search, onSearch }: InvoiceListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayCreate = useCan('manage_invoices');
  useShortcut('c', () => navigate({ to: '/invoices/new' }), mayCreate);

  return (
    <Page
      title={t`Invoices`}
      actions={
        <>
          <InvoiceViews search={search} onSearch={onSearch} />
          {mayCreate && (
            <LinkButton to="/invoices/new" leftSection={<IconPlus />}>
              <Trans>New invoice</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      <InvoiceStatusTabs
        value={search.status ?? 'all'}
        onChange={(status) => onSearch({ status: status === 'all' ? undefined : status })}
      />
      <InvoiceTable search={search} onSearch={onSearch} mayCreate={mayCreate} />
    </Page>
  );
}

function InvoiceViews({ search, onSearch }: InvoiceListProps) {
  const { t } = useLingui();
  return (
    <ViewsMenu
      list="invoices"
      search={search}
      onChoose={(filters) => onSearch({ ...NO_FILTERS, ...filters })}
      presets={[
        { label: t`All`, filters: {} },
        { label: t`Unpaid`, filters: { status: 'unpaid' } },
        { label: t`Overdue`, filters: { status: 'overdue' } },
        { label: t`Seen`, filters: { status: 'viewed' } },
      ]}
    />
  );
}

function InvoiceStatusTabs({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui();
  return (
    <StatusTabs
      label={t`Invoices by status`}
      value={value}
      onChange={onChange}
      options={[
        { value: 'all', label: t`All` },
        { value: 'draft', label: t`Drafts` },
        { value: 'unpaid', label: t`Unpaid` },
        { value: 'overdue', label: t`Overdue` },
        { value: 'partially_paid', label: t`Partially paid` },
        { value: 'paid', label: t`Paid` },
        { value: 'void', label: t`Void` },
      ]}
    />
  );
}

/** Also used on the customer's page, where the customer is given. */
export function InvoiceTable({
  search,
  onSearch,
  mayCreate,
  customerId,
}: InvoiceListProps & { mayCreate: boolean; customerId?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(invoicesQuery({ ...search, customer_id: customerId ?? search.customer_id }));
  const { status, customer_id, date_from, date_to } = search;
  return (
    <ListBody
      label={t`Invoices`}
      searchLabel={t`Search invoices`}
      query={query}
      search={search}
      onSearch={onSearch}
      filtered={Boolean(status || customer_id || date_from || date_to)}
      clear={() =>
        onSearch({ q: undefined, status: undefined, customer_id: undefined, date_from: undefined, date_to: undefined })
      }
      filters={<InvoiceFilters search={search} onSearch={onSearch} withCustomer={!customerId} />}
      columns={
        customerId
          ? invoiceColumns
              .filter((column) => column.id !== 'customer')
              .map((column) => (column.id === 'number' ? { ...column, phone: 'title' } : column))
          : invoiceColumns
      }
      rowId={(row) => row.id}
      muted={(row) => row.status === 'void'}
      onOpen={(row) => navigate({ to: '/invoices/$invoiceId', params: { invoiceId: row.id } })}
      first={<FirstInvoice mayCreate={mayCreate} customerId={customerId} />}
      done={
        (status === 'overdue' || status === 'unpaid') && !customer_id && !date_from && !date_to ? (
          <AllDone status={status} />
        ) : undefined
      }
    />
  );
}
