import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { deleteSavedView, type SavedView } from '@portico/api/office';
import { listSavedViewsOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../app/query-client';
import { useAsk } from '../../shell/ask';
import { IconCheck } from '../../shell/icons';
import { type Filters, filtersOf, sameFilters } from './filters';
import { ViewDialog } from './view-dialog';

interface ViewsMenuProps {
  list: 'invoices' | 'payments';
  search: object;
  presets: readonly { label: string; filters: Filters }[];
  onChoose: (filters: Filters) => void;
}

/** Filters under a name: the usual ones, one's own, and those that colleagues share. */
export function ViewsMenu({ list, search, presets, onChoose }: ViewsMenuProps) {
  const { t } = useLingui();
  const ask = useAsk();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [dialog, setDialog] = useState<SavedView | 'new' | null>(null);
  const query = useQuery({ ...listSavedViewsOptions({ query: { list, limit: 200 } }), enabled: opened });
  const current = filtersOf(search);
  const saved = query.data?.data ?? [];
  const own = saved.filter((view) => view.own);
  const shared = saved.filter((view) => !view.own);
  const active = own.find((view) => sameFilters(view.filters, current));

  const remove = (view: SavedView) =>
    ask({
      title: t`Delete this view?`,
      text: view.name,
      confirm: t`Delete`,
      danger: true,
      run: async () => {
        await deleteSavedView({ path: { id: view.id }, throwOnError: true });
        await refresh(client, 'listSavedViews');
      },
    });
  const item = (key: string, label: string, filters: Filters) => (
    <Menu.Item
      key={key}
      onClick={() => onChoose(filters)}
      rightSection={sameFilters(filters, current) && <IconCheck role="img" aria-label={t`Shown now`} />}
    >
      <bdi>{label}</bdi>
    </Menu.Item>
  );

  return (
    <>
      <Menu opened={opened} onChange={(next) => (next ? open() : close())} position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default">
            <Trans>Views</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {presets.map((preset) => item(preset.label, preset.label, preset.filters))}
          {own.length > 0 && (
            <Menu.Label>
              <Trans>Mine</Trans>
            </Menu.Label>
          )}
          {own.map((view) => item(view.id, view.name, view.filters))}
          {shared.length > 0 && (
            <Menu.Label>
              <Trans>Shared by colleagues</Trans>
            </Menu.Label>
          )}
          {shared.map((view) => item(view.id, view.name, view.filters))}
          <Menu.Divider />
          {active ? (
            <>
              <Menu.Item onClick={() => setDialog(active)}>
                <Trans>Rename or share…</Trans>
              </Menu.Item>
              <Menu.Item color="red" onClick={() => remove(active)}>
                <Trans>Delete this view…</Trans>
              </Menu.Item>
            </>
          ) : (
            <Menu.Item onClick={() => setDialog('new')}>
              <Trans>Save this view…</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog && (
        <ViewDialog
          view={dialog === 'new' ? null : dialog}
          list={list}
          filters={current}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
