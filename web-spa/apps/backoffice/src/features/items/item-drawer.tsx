import { useLingui } from '@lingui/react/macro';
import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../list/failure';
import { itemQuery } from './item.query';
import { ItemForm } from './item-form';

interface ItemDrawerProps {
  itemId?: string;
  onClose: () => void;
}

export function ItemDrawer({ itemId, onClose }: ItemDrawerProps) {
  const { t } = useLingui();
  const query = useQuery({ ...itemQuery(itemId ?? ''), enabled: itemId !== undefined });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={itemId ? t`Edit item` : t`New item`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {query.isError && <Failure error={query.error} retry={() => query.refetch()} />}
      {itemId && query.isPending && <Skeleton height={240} />}
      {(!itemId || query.data) && (
        <ItemForm key={query.data?.version} item={query.data} onDone={onClose} onReload={() => query.refetch()} />
      )}
    </Drawer>
  );
}
