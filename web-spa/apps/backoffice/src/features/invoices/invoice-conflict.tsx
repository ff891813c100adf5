import { Trans, useLingui } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import type { Invoice } from '@portico/api/office';
import { Day, InvoiceStatus, Money } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConflictDialog } from '../../form/conflict-dialog';
import { invoiceQuery } from './invoice.query';

interface InvoiceConflictProps {
  opened: boolean;
  /** The version the person began to edit. */
  mine: Invoice;
  onClose: () => void;
  onReload: () => Promise<unknown>;
}

/** Says what somebody else changed before anything is overwritten. */
export function InvoiceConflict({ opened, mine, onClose, onReload }: InvoiceConflictProps) {
  const { t } = useLingui();
  const latest = useQuery({ ...invoiceQuery(mine.id), enabled: opened, staleTime: 0 });
  const theirs = latest.data;
  const rows: { label: string; of: (invoice: Invoice) => string; show: (invoice: Invoice) => ReactNode }[] = [
    { label: t`Status`, of: (it) => it.status, show: (it) => <InvoiceStatus status={it.status} audience="staff" /> },
    { label: t`Customer`, of: (it) => it.customer.name, show: (it) => it.customer.name },
    { label: t`Due date`, of: (it) => it.due_date, show: (it) => <Day value={it.due_date} /> },
    {
      label: t`Lines`,
      of: (it) => JSON.stringify(it.lines.map(({ id: _, ...line }) => line)),
      show: (it) => it.lines.map((line) => line.name).join(', '),
    },
    { label: t`Total`, of: (it) => String(it.total.amount), show: (it) => <Money value={it.total} /> },
    { label: t`Notes`, of: (it) => it.notes ?? '', show: (it) => it.notes },
  ];
  const changed = theirs ? rows.filter((row) => row.of(mine) !== row.of(theirs)) : [];

  return (
    <ConflictDialog opened={opened} onClose={onClose} onReload={onReload}>
      <Trans>
        Somebody else saved this invoice while you were editing. Your changes are not saved; load the latest version and
        enter them again.
      </Trans>
      {theirs && changed.length > 0 && (
        <Table mt="sm" fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>
                <Trans>When you began</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Now</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changed.map((row) => (
              <Table.Tr key={row.label}>
                <Table.Th>{row.label}</Table.Th>
                <Table.Td>{row.show(mine)}</Table.Td>
                <Table.Td>{row.show(theirs)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </ConflictDialog>
  );
}
