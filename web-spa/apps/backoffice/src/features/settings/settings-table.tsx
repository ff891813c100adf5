import { Trans } from '@lingui/react/macro';
import { Skeleton, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Column } from '../../list/columns';
import { DataGrid } from '../../list/data-grid';
import { Failure } from '../../list/failure';

interface SettingsTableProps<Row> {
  label: string;
  query: UseQueryResult<{ data: Row[] }, unknown>;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  muted?: (row: Row) => boolean;
  empty: ReactNode;
}

/** A short list inside the settings, with its other faces. */
export function SettingsTable<Row>({ query, empty, ...grid }: SettingsTableProps<Row>) {
  if (query.isError && !query.data) {
    return <Failure error={query.error} retry={() => query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={96} />;
  }
  if (query.data.data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty ?? <Trans>Nothing here yet</Trans>}
      </Text>
    );
  }
  return <DataGrid {...grid} rows={query.data.data} />;
}
