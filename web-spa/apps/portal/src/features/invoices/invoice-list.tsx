import { useLingui } from '@lingui/react/macro';
import { DataTable, Page, Panel } from '@portico/ui';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { FilterChips } from '../list/filter-chips';
import { ListToolbar } from '../list/list-toolbar';
import { LoadMore } from '../list/load-more';
import { SortSelect } from '../list/sort-select';
import { useMay } from '../shell/use-may';
import { usePortal } from '../shell/use-portal';
import { InvoiceListEmpty } from './invoice-list.empty';
import { type InvoiceSearch, type InvoiceSort, invoiceListOptions, parseInvoiceSearch } from './invoice-list.query';
import { SelectableCard } from './selectable-card';
import { SelectionBar } from './selection-bar';
import { useInvoiceColumns } from './use-invoice-columns';
import { useInvoiceFilters, useInvoiceSorts } from './use-invoice-options';
import { useSelection } from './use-selection';

interface InvoiceListProps {
  search: InvoiceSearch;
  onSearch: (search: InvoiceSearch) => void;
}

export function InvoiceList({ search, onSearch }: InvoiceListProps) {
  const { t } = useLingui();
  const portal = usePortal();
  const query = useSuspenseInfiniteQuery(invoiceListOptions(search));
  const invoices = query.data.pages.flatMap((page) => page.data);
  const selection = useSelection(invoices, useMay('pay_several_invoices'));
  const columns = useInvoiceColumns(selection);
  const sort = search.sort ?? '-date';
  const change = (next: InvoiceSearch) => onSearch(parseInvoiceSearch({ ...search, ...next }));
  return (
    <Page title={`${t`Invoices`} – ${portal.organization_name}`} heading={t`Invoices`} width="wide">
      <ListToolbar>
        <FilterChips
          label={t`Show`}
          options={useInvoiceFilters()}
          value={search.status ?? 'all'}
          onChange={(status) => change({ status })}
        />
        <SortSelect options={useInvoiceSorts()} value={sort} onChange={(value) => change({ sort: value })} />
      </ListToolbar>
      {invoices.length === 0 ? (
        <InvoiceListEmpty status={search.status ?? 'all'} onAll={() => change({ status: 'all' })} />
      ) : (
        <>
          <Panel flush>
            <DataTable
              label={t`Invoices`}
              columns={columns}
              rows={invoices}
              rowKey={(invoice) => invoice.id}
              sort={sort}
              onSort={(value) => change({ sort: value as InvoiceSort })}
              card={(invoice) => <SelectableCard invoice={invoice} selection={selection} />}
            />
          </Panel>
          <LoadMore query={query} />
        </>
      )}
      <SelectionBar selection={selection} />
    </Page>
  );
}
