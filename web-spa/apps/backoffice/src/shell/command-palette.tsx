import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCan } from '../app/session';
import { IconCustomers, IconInvoice, IconKeyboard, IconPlus, IconSearch } from './icons';
import { places } from './nav';
import { usePaletteResults } from './use-palette-results';

export const open = () => spotlight.open();

/** Ctrl+K: go anywhere, begin anything, find a customer or an invoice. */
export default function CommandPalette({ onHelp }: { onHelp: () => void }) {
  // It is loaded when it is first asked for, so it opens itself; later the frame opens it.
  useEffect(() => spotlight.open(), []);
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 200);
  const found = usePaletteResults(settled);
  const mayWrite = useCan('manage_invoices');
  const mayPay = useCan('record_payments');
  const mayCustomers = useCan('manage_customers');

  const begin: SpotlightActionData[] = [
    ...(mayWrite
      ? [{ id: 'new-invoice', label: t`New invoice`, onClick: () => navigate({ to: '/invoices/new' }) }]
      : []),
    ...(mayCustomers
      ? [{ id: 'new-customer', label: t`New customer`, onClick: () => navigate({ to: '/customers/new' }) }]
      : []),
    ...(mayPay
      ? [{ id: 'new-payment', label: t`Record a payment`, onClick: () => navigate({ to: '/payments/new' }) }]
      : []),
  ].map((action) => ({ ...action, leftSection: <IconPlus /> }));

  const actions: SpotlightActionGroupData[] = [
    { group: t`New`, actions: begin },
    {
      group: t`Go to`,
      actions: places.map(({ to, label, icon: Icon }) => ({
        id: `go-${to}`,
        label: i18n._(label),
        leftSection: <Icon />,
        onClick: () => navigate({ to }),
      })),
    },
    {
      group: t`Customers`,
      actions: found.customers.map((customer) => ({
        id: customer.id,
        label: customer.display_name,
        description: customer.email ?? undefined,
        keywords: settled,
        leftSection: <IconCustomers />,
        onClick: () => navigate({ to: '/customers/$customerId', params: { customerId: customer.id } }),
      })),
    },
    {
      group: t`Invoices`,
      actions: found.invoices.map((invoice) => ({
        id: invoice.id,
        label: invoice.number ?? t`Draft`,
        description: invoice.customer.name,
        keywords: settled,
        leftSection: <IconInvoice />,
        onClick: () => navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } }),
      })),
    },
    {
      group: t`Help`,
      actions: [{ id: 'help', label: t`Keyboard shortcuts`, leftSection: <IconKeyboard />, onClick: onHelp }],
    },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={settled ? t`Nothing found` : undefined}
      highlightQuery
      scrollable
      maxHeight={420}
      limit={20}
      searchProps={{
        placeholder: t`Customer, invoice number, page…`,
        leftSection: <IconSearch />,
        'aria-label': t`Search`,
      }}
    />
  );
}
