import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { IconSearch } from '../shell/icons';
import { DataGrid, type DataGridProps } from './data-grid';
import { Empty } from './empty';
import { Failure } from './failure';
import { FilterInput } from './filter-input';
import { GridSkeleton } from './grid-skeleton';
import classes from './list-page.module.css';
import type { ListState } from './list-state';
import { Pager } from './pager';

interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
  total?: number | null;
}

interface ListBodyProps<Row, S extends ListState>
  extends Omit<DataGridProps<Row>, 'rows' | 'sort' | 'onSort' | 'stale'> {
  query: UseQueryResult<Page<Row>, unknown>;
  search: S;
  onSearch: (patch: Partial<S>) => void;
  /** Shown when there is nothing at all yet. */
  first: ReactNode;
  /** Which filters narrow the list, besides the search; without any, an empty list means "first use". */
  filtered: boolean;
  /** Replaces "nothing matches" where an empty answer is good news. */
  done?: ReactNode;
  filters?: ReactNode;
  searchLabel?: string;
  /** False where the server has no words to search. */
  searchable?: boolean;
  bulk?: ReactNode;
  clear?: () => void;
}

/** Toolbar, table and pager of a list, with its four other faces: loading, first use, no match, failed. */
export function ListBody<Row, S extends ListState>(props: ListBodyProps<Row, S>) {
  const {
    query,
    search,
    onSearch,
    first,
    filtered,
    done,
    filters,
    searchLabel,
    searchable = true,
    bulk,
    clear,
    ...grid
  } = props;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const narrowed = filtered || Boolean(search.q);
  const page = query.data;
  const patch = (values: Partial<ListState>) => onSearch(values as Partial<S>);
  const firstUse = page?.data.length === 0 && !narrowed && !search.cursor;
  const picked = grid.selected?.size ?? 0;

  const body = () => {
    if (query.isError && !page) {
      return <Failure error={query.error} retry={() => query.refetch()} />;
    }
    if (!page) {
      return <GridSkeleton columns={grid.columns.length} />;
    }
    if (page.data.length === 0) {
      if (firstUse) {
        return first;
      }
      if (done && !search.q) {
        return done;
      }
      return (
        <Empty
          icon={<IconSearch />}
          title={<Trans>Nothing matches</Trans>}
          action={
            clear && (
              <Button variant="default" onClick={clear}>
                <Trans>Clear search and filters</Trans>
              </Button>
            )
          }
        >
          <Trans>No entry fits what you searched for. Try fewer words or another filter.</Trans>
        </Empty>
      );
    }
    return (
      <>
        <DataGrid
          {...grid}
          rows={page.data}
          sort={search.sort}
          onSort={(sort) => patch({ sort })}
          stale={query.isPlaceholderData}
        />
        <Pager
          shown={page.data.length}
          total={page.total ?? undefined}
          cursor={search.cursor}
          next={page.next_cursor}
          onCursor={(cursor) => patch({ cursor })}
        />
      </>
    );
  };

  return (
    <>
      {!firstUse && (
        <div className={classes.toolbar}>
          {searchable && (
            <FilterInput
              value={search.q ?? ''}
              onChange={(q) => q !== (search.q ?? '') && patch({ q })}
              label={searchLabel}
            />
          )}
          {filters && (
            <>
              <Button
                className={classes.filterToggle}
                variant="default"
                aria-expanded={filtersOpen}
                onClick={() => setFiltersOpen(!filtersOpen)}
              >
                {filtered ? <Trans>Filters (on)</Trans> : <Trans>Filters</Trans>}
              </Button>
              <div className={classes.filters} data-open={filtersOpen || undefined}>
                {filters}
              </div>
            </>
          )}
        </div>
      )}
      {picked > 0 && bulk && (
        <div className={classes.selection}>
          <Plural value={picked} one="# selected" other="# selected" />
          {bulk}
          <Button size="compact-sm" variant="subtle" onClick={() => grid.onSelect?.(new Set())}>
            <Trans>Clear selection</Trans>
          </Button>
        </div>
      )}
      {body()}
    </>
  );
}
