import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import type { BankAccount } from '@portico/api/office';
import { listBankAccountsOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../app/session';
import type { Column } from '../../../list/columns';
import { IconPlus } from '../../../shell/icons';
import { OpenCell } from '../open-cell';
import { SettingsSection } from '../settings-section';
import { SettingsTable } from '../settings-table';
import { BankAccountDrawer } from './bank-account-drawer';
import { grouped } from './bank-account-values';

/** The accounts to which customers transfer money. */
export function BankAccounts() {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const query = useQuery(listBankAccountsOptions());
  const [editing, setEditing] = useState<BankAccount | 'new' | null>(null);
  const columns: Column<BankAccount>[] = [
    {
      id: 'bank',
      header: <Trans>Bank</Trans>,
      phone: 'title',
      cell: (row) => (mayManage ? <OpenCell onClick={() => setEditing(row)}>{row.bank_name}</OpenCell> : row.bank_name),
    },
    {
      id: 'account',
      header: <Trans>Account</Trans>,
      phone: 'meta',
      cell: (row) => <bdi>{row.iban ? grouped(row.iban) : row.account_number}</bdi>,
    },
    { id: 'holder', header: <Trans>Account holder</Trans>, phone: 'meta', cell: (row) => row.holder },
    {
      id: 'currency',
      header: <Trans>Currency</Trans>,
      phone: 'aside',
      cell: (row) => row.currency ?? <Trans>All others</Trans>,
    },
  ];
  return (
    <SettingsSection
      title={<Trans>Bank transfer</Trans>}
      action={
        mayManage && (
          <Button variant="default" size="xs" leftSection={<IconPlus />} onClick={() => setEditing('new')}>
            <Trans>Add bank account</Trans>
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>
          Customers see the account of their invoice's currency in the portal, with the amount and the invoice's number
          to copy, and for euros with a code for their banking app.
        </Trans>
      </Text>
      <SettingsTable
        label={t`Bank accounts`}
        query={query}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={mayManage ? setEditing : undefined}
        empty={<Trans>No bank account yet. Invoices do not offer to pay by bank transfer.</Trans>}
      />
      {editing && <BankAccountDrawer account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}
