import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type MouseEvent, useRef } from 'react';
import type { Column } from './columns';
import { DataCards } from './data-cards';
import classes from './data-grid.module.css';
import { HeaderCell } from './header-cell';
import { useRowKeys } from './use-row-keys';

export interface DataGridProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  muted?: (row: Row) => boolean;
  stale?: boolean;
}

const INTERACTIVE = 'a, button, input, label, [role="button"], [role="menuitem"]';

/** A dense table; on a phone the same columns become cards. The first link of a row is the row's own. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, rowId, onOpen, selected, onSelect } = props;
  const { t } = useLingui();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);

  if (!wide) {
    return <DataCards {...props} />;
  }

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) {
      next.add(id);
    }
    onSelect?.(next);
  };
  const open = (event: MouseEvent, row: Row) => {
    const target = event.target as HTMLElement;
    if (onOpen && !target.closest(INTERACTIVE) && !window.getSelection()?.toString()) {
      onOpen(row);
    }
  };
  const all = rows.length > 0 && rows.every((row) => selected?.has(rowId(row)));

  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label} data-stale={props.stale || undefined}>
        <thead>
          <tr>
            {onSelect && (
              <th className={classes.check}>
                <Checkbox
                  size="xs"
                  aria-label={t`Select all on this page`}
                  checked={all}
                  indeterminate={!all && (selected?.size ?? 0) > 0}
                  onChange={() => onSelect(all ? new Set() : new Set(rows.map(rowId)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => {
            const id = rowId(row);
            return (
              <tr
                key={id}
                data-clickable={onOpen ? true : undefined}
                data-selected={selected?.has(id) || undefined}
                data-muted={props.muted?.(row) || undefined}
                onClick={(event) => open(event, row)}
              >
                {onSelect && (
                  <td className={classes.check}>
                    <Checkbox
                      size="xs"
                      aria-label={t`Select`}
                      checked={selected?.has(id) ?? false}
                      onChange={() => toggle(id)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
