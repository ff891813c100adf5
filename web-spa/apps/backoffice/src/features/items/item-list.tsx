import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { Item } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { Link, LinkButton, StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useCan } from '../../app/session';
import type { Column } from '../../list/columns';
import { Empty } from '../../list/empty';
import { ListBody } from '../../list/list-body';
import { IconItems, IconPlus } from '../../shell/icons';
import { Page } from '../../shell/page';
import { useShortcut } from '../../shell/shortcuts';
import { type ItemSearch, itemsQuery } from './item.query';

function Rate({ item }: { item: Item }) {
  const format = useFormat();
  return <bdi>{format.rate(item.rate, item.currency)}</bdi>;
}

const columns: readonly Column<Item>[] = [
  {
    id: 'name',
    header: <Trans>Name</Trans>,
    sort: 'name',
    phone: 'title',
    cell: (row) => (
      <Link to="/items/$itemId" params={{ itemId: row.id }} search={true} c="inherit" fw={500}>
        {row.name}
      </Link>
    ),
  },
  { id: 'sku', header: <Trans>SKU</Trans>, phone: 'meta', cell: (row) => row.sku && <bdi>{row.sku}</bdi> },
  { id: 'description', header: <Trans>Description</Trans>, cell: (row) => row.description },
  {
    id: 'active',
    header: <Trans>Status</Trans>,
    phone: 'status',
    cell: (row) =>
      !row.active && (
        <StatusBadge tone="neutral">
          <Trans>Inactive</Trans>
        </StatusBadge>
      ),
  },
  { id: 'unit', header: <Trans>Unit</Trans>, phone: 'meta', cell: (row) => row.unit },
  {
    id: 'rate',
    header: <Trans>Rate</Trans>,
    align: 'end',
    sort: 'rate',
    phone: 'aside',
    cell: (row) => <Rate item={row} />,
  },
];

interface ItemListProps {
  search: ItemSearch;
  onSearch: (patch: Partial<ItemSearch>) => void;
}

export function ItemList({ search, onSearch }: ItemListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(itemsQuery(search));
  const mayManage = useCan('manage_items');
  useShortcut('c', () => navigate({ to: '/items/new', search: true }), mayManage);
  const add = mayManage && (
    <LinkButton to="/items/new" search={true} leftSection={<IconPlus />}>
      <Trans>New item</Trans>
    </LinkButton>
  );
  return (
    <Page title={t`Items`} actions={add}>
      <ListBody
        label={t`Items`}
        searchLabel={t`Search items`}
        query={query}
        search={search}
        onSearch={onSearch}
        filtered={Boolean(search.active)}
        clear={() => onSearch({ q: undefined, active: undefined })}
        columns={columns}
        rowId={(row) => row.id}
        muted={(row) => !row.active}
        onOpen={(row) => navigate({ to: '/items/$itemId', params: { itemId: row.id }, search: true })}
        filters={
          <Select
            w={130}
            aria-label={t`Active or not`}
            allowDeselect={false}
            value={search.active ?? 'true'}
            onChange={(active) => onSearch({ active: active === 'true' ? undefined : (active ?? undefined) })}
            data={[
              { value: 'true', label: t`Active` },
              { value: 'false', label: t`Inactive` },
              { value: 'all', label: t`All` },
            ]}
          />
        }
        first={
          <Empty icon={<IconItems />} title={<Trans>No items yet</Trans>} action={add}>
            <Trans>What you sell often: with its rate, unit and tax it fills an invoice line in one go.</Trans>
          </Empty>
        }
      />
      <Outlet />
    </Page>
  );
}
