import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { DataTable, EmptyState, Page, Panel, PaymentIcon } from '@portico/ui';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { FilterChips } from '../list/filter-chips';
import { ListToolbar } from '../list/list-toolbar';
import { LoadMore } from '../list/load-more';
import { SortSelect } from '../list/sort-select';
import { usePortal } from '../shell/use-portal';
import { PaymentCard } from './payment-card';
import { type PaymentSearch, type PaymentSort, parsePaymentSearch, paymentListOptions } from './payment-list.query';
import { usePaymentColumns } from './use-payment-columns';

interface PaymentListProps {
  search: PaymentSearch;
  onSearch: (search: PaymentSearch) => void;
}

/** What has been paid, online or otherwise. */
export function PaymentList({ search, onSearch }: PaymentListProps) {
  const { t } = useLingui();
  const portal = usePortal();
  const query = useSuspenseInfiniteQuery(paymentListOptions(search));
  const columns = usePaymentColumns();
  const payments = query.data.pages.flatMap((page) => page.data);
  const sort = search.sort ?? '-date';
  const change = (next: PaymentSearch) => onSearch(parsePaymentSearch({ ...search, ...next }));
  const sorts: { value: PaymentSort; label: string }[] = [
    { value: '-date', label: t`Newest first` },
    { value: 'date', label: t`Oldest first` },
    { value: '-amount', label: t`Highest amount` },
    { value: 'amount', label: t`Lowest amount` },
  ];
  return (
    <Page title={`${t`Payments`} – ${portal.organization_name}`} heading={t`Payments`} width="wide">
      <ListToolbar>
        <FilterChips
          label={t`Show`}
          options={[
            { value: 'all', label: t`All` },
            { value: 'invoice', label: t`For invoices` },
          ]}
          value={search.kind ?? 'all'}
          onChange={(kind) => change({ kind })}
        />
        <SortSelect options={sorts} value={sort} onChange={(value) => change({ sort: value })} />
      </ListToolbar>
      {payments.length === 0 ? (
        <Empty filtered={search.kind === 'invoice'} onAll={() => change({ kind: 'all' })} />
      ) : (
        <>
          <Panel flush>
            <DataTable
              label={t`Payments`}
              columns={columns}
              rows={payments}
              rowKey={({ id }) => id}
              sort={sort}
              onSort={(value) => change({ sort: value as PaymentSort })}
              card={(payment) => <PaymentCard payment={payment} />}
            />
          </Panel>
          <LoadMore query={query} />
        </>
      )}
    </Page>
  );
}

function Empty({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  return (
    <Panel>
      {filtered ? (
        <EmptyState
          icon={<PaymentIcon />}
          title={<Trans>No payment matches</Trans>}
          action={
            <Button variant="default" onClick={onAll}>
              <Trans>Show all payments</Trans>
            </Button>
          }
        />
      ) : (
        <EmptyState icon={<PaymentIcon />} title={<Trans>No payments yet</Trans>}>
          <Trans>Every payment you make appears here with its receipt.</Trans>
        </EmptyState>
      )}
    </Panel>
  );
}
