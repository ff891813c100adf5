import { UnstyledButton } from '@mantine/core';
import { IconDown, IconSelector, IconUp } from '../shell/icons';
import type { Column } from './columns';
import classes from './data-grid.module.css';
import { nextSort } from './list-state';

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string | undefined) => void;
}

export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const field = column.sort;
  if (!field || !onSort) {
    return (
      <th data-align={column.align} style={{ width: column.width }}>
        {column.header}
      </th>
    );
  }
  const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
  const Arrow = direction === 'ascending' ? IconUp : direction === 'descending' ? IconDown : IconSelector;
  return (
    <th data-align={column.align} style={{ width: column.width }} aria-sort={direction}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, field))}>
        {column.header}
        <Arrow width={12} height={12} data-idle={direction === 'none' || undefined} />
      </UnstyledButton>
    </th>
  );
}
