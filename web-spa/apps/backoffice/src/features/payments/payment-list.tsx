import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { LinkButton, usePaymentMode } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../../app/session';
import { Empty } from '../../list/empty';
import { ListBody } from '../../list/list-body';
import { IconPayment, IconPlus } from '../../shell/icons';
import { Page } from '../../shell/page';
import { useShortcut } from '../../shell/shortcuts';
import { CustomerPicker } from '../customers/customer-picker';
import { ViewsMenu } from '../saved-views/views-menu';
import { ALL_MODES, type PaymentSearch, paymentsQuery } from './payment.query';
import { paymentColumns } from './payment-columns';

const NO_FILTERS: PaymentSearch = {
  q: undefined,
  sort: undefined,
  state: undefined,
  mode: undefined,
  customer_id: undefined,
  date_from: undefined,
  date_to: undefined,
};

interface PaymentListProps {
  search: PaymentSearch;
  onSearch: (patch: Partial<PaymentSearch>) => void;
}

export function PaymentList(props: PaymentListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayRecord = useCan('record_payments');
  useShortcut('c', () => navigate({ to: '/payments/new' }), mayRecord);
  return (
    <Page
      title={t`Payments`}
      actions={
        <>
          <PaymentViews {...props} />
          <LinkButton to="/payments/stuck" variant="default">
            <Trans>Reconciliation</Trans>
          </LinkButton>
          <LinkButton to="/payment-links" variant="default">
            <Trans>Payment links</Trans>
          </LinkButton>
          {mayRecord && (
            <LinkButton to="/payments/new" leftSection={<IconPlus />}>
              <Trans>Record payment</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      <PaymentTable {...props} mayRecord={mayRecord} />
    </Page>
  );
}

function PaymentViews({ search, onSearch }: PaymentListProps) {
  const { t } = useLingui();
  return (
    <ViewsMenu
      list="payments"
      search={search}
      onChoose={(filters) => onSearch({ ...NO_FILTERS, ...filters })}
      presets={[
        { label: t`All`, filters: {} },
        { label: t`Failed`, filters: { state: 'failed' } },
      ]}
    />
  );
}

/** Also used on the customer's page, where the customer is given. */
export function PaymentTable({
  search,
  onSearch,
  mayRecord,
  customerId,
}: PaymentListProps & { mayRecord: boolean; customerId?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(paymentsQuery({ ...search, customer_id: customerId ?? search.customer_id }));
  return (
    <ListBody
      label={t`Payments`}
      searchLabel={t`Search payments`}
      query={query}
      search={search}
      onSearch={onSearch}
      filtered={Boolean(search.state || search.mode || search.customer_id)}
      clear={() => onSearch({ q: undefined, state: undefined, mode: undefined, customer_id: undefined })}
      filters={<PaymentFilters search={search} onSearch={onSearch} withCustomer={!customerId} />}
      columns={
        customerId
          ? paymentColumns
              .filter((column) => column.id !== 'customer')
              .map((column) => (column.id === 'number' ? { ...column, phone: 'title' } : column))
          : paymentColumns
      }
      rowId={(row) => row.id}
      muted={(row) => row.state === 'cancelled'}
      onOpen={(row) => navigate({ to: '/payments/$paymentId', params: { paymentId: row.id } })}
      first={
        <Empty
          icon={<IconPayment />}
          title={<Trans>No payments yet</Trans>}
          action={
            mayRecord && (
              <LinkButton to="/payments/new" search={customerId ? { customer_id: customerId } : {}}>
                <Trans>Record a payment</Trans>
              </LinkButton>
            )
          }
        >
          <Trans>Payments made in the portal appear here by themselves; a bank transfer or cash you record.</Trans>
        </Empty>
      }
    />
  );
}

function PaymentFilters({ search, onSearch, withCustomer }: PaymentListProps & { withCustomer: boolean }) {
  const { t } = useLingui();
  const mode = usePaymentMode();
  return (
    <>
      {withCustomer && (
        <CustomerPicker
          w={190}
          clearable
          aria-label={t`Customer`}
          placeholder={t`Customer`}
          value={search.customer_id ?? null}
          onChange={(customer) => onSearch({ customer_id: customer?.id })}
        />
      )}
      <Select
        w={150}
        clearable
        aria-label={t`State`}
        placeholder={t`State`}
        value={search.state ?? null}
        onChange={(state) => onSearch({ state: state ?? undefined })}
        data={[
          { value: 'succeeded', label: t`Succeeded` },
          { value: 'pending', label: t`Processing` },
          { value: 'requires_action', label: t`Not confirmed` },
          { value: 'failed', label: t`Failed` },
          { value: 'cancelled', label: t`Cancelled` },
        ]}
      />
      <Select
        w={150}
        clearable
        aria-label={t`Mode`}
        placeholder={t`Mode`}
        value={search.mode ?? null}
        onChange={(value) => onSearch({ mode: value ?? undefined })}
        data={ALL_MODES.map((value) => ({ value, label: mode(value) }))}
      />
    </>
  );
}
