import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  align?: 'end';
  /** The contract's sort field, where the server can sort by it. */
  sort?: string;
  width?: number;
  /** Where the value stands on a phone's card; left out, it is not shown there. */
  phone?: 'title' | 'aside' | 'meta' | 'status';
}
