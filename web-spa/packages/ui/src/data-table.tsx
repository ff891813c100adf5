import { useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useId } from 'react';
import classes from './data-table.module.css';
import { SortIcon } from './icons';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Amounts and dates line up at the end. */
  align?: 'start' | 'end';
  /** The API's sort key, where the list can be sorted by this column. */
  sortKey?: string;
}

interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The same row on a phone. */
  card: (row: Row) => ReactNode;
  /** "date" or "-date", as the API has it. */
  sort?: string;
  onSort?: (sort: string) => void;
}

/** Cards under 48em, a table above; both from the same rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return wide ? <Wide {...props} /> : <Cards {...props} />;
}

function Cards<Row>({ label, rows, rowKey, card }: DataTableProps<Row>) {
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          {card(row)}
        </li>
      ))}
    </ul>
  );
}

function Wide<Row>({ label, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  const id = useId();
  return (
    <table className={classes.table} aria-labelledby={id}>
      <caption id={id} className={classes.caption}>
        {label}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-align={column.align} aria-sort={direction(column, sort)}>
              {column.sortKey && onSort ? (
                <SortButton sortKey={column.sortKey} sort={sort} onSort={onSort}>
                  {column.header}
                </SortButton>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.id} data-align={column.align}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function direction<Row>(column: Column<Row>, sort: string | undefined) {
  if (!column.sortKey || sort?.replace(/^-/, '') !== column.sortKey) return undefined;
  return sort.startsWith('-') ? ('descending' as const) : ('ascending' as const);
}

interface SortButtonProps {
  sortKey: string;
  sort: string | undefined;
  onSort: (sort: string) => void;
  children: ReactNode;
}

function SortButton({ sortKey, sort, onSort, children }: SortButtonProps) {
  const { t } = useLingui();
  const active = sort?.replace(/^-/, '') === sortKey;
  return (
    <button
      type="button"
      className={classes.sort}
      data-active={active || undefined}
      title={t`Sort`}
      onClick={() => onSort(sort === `-${sortKey}` || !active ? sortKey : `-${sortKey}`)}
    >
      {children}
      <SortIcon width={14} height={14} />
    </button>
  );
}
