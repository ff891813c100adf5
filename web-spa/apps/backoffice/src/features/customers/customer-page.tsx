import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import type { Customer } from '@portico/api/office';
import { LinkButton, StatusBadge } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../app/session';
import classes from '../../list/list-page.module.css';
import { BackLink } from '../../shell/back-link';
import { IconDots, IconEdit, IconPlus } from '../../shell/icons';
import { Page } from '../../shell/page';
import { useShortcut } from '../../shell/shortcuts';
import { LinkDialog } from '../payment-links/link-dialog';
import { customerQuery } from './customer.query';
import { CustomerMenu } from './customer-menu';

const TABS = [
  { to: '/customers/$customerId', label: <Trans>Overview</Trans>, exact: true },
  { to: '/customers/$customerId/invoices', label: <Trans>Invoices</Trans> },
  { to: '/customers/$customerId/payments', label: <Trans>Payments</Trans> },
  { to: '/customers/$customerId/timeline', label: <Trans>Timeline</Trans> },
] as const;

export function CustomerPage({ customerId }: { customerId: string }) {
  const { t } = useLingui();
  const { data: customer } = useSuspenseQuery(customerQuery(customerId));
  return (
    <Page
      title={customer.display_name}
      back={
        <BackLink to="/customers">
          <Trans>Customers</Trans>
        </BackLink>
      }
      heading={
        <>
          {customer.display_name}
          {!customer.active && (
            <StatusBadge tone="neutral">
              <Trans>Inactive</Trans>
            </StatusBadge>
          )}
        </>
      }
      actions={<CustomerActions customer={customer} />}
    >
      <nav className={classes.tabs} aria-label={t`Customer`}>
        {TABS.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            params={{ customerId }}
            className={classes.tab}
            activeOptions={{ exact: 'exact' in tab }}
            activeProps={{ 'data-active': true }}
          >
            {tab.label}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}

function CustomerActions({ customer }: { customer: Customer }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const may = (action: string) => customer.allowed_actions.includes(action);
  const [linking, setLinking] = useState(false);
  const mayInvoice = useCan('manage_invoices') && customer.active;
  const params = { customerId: customer.id };
  useShortcut('e', () => navigate({ to: '/customers/$customerId/edit', params }), may('edit'));
  useShortcut('c', () => navigate({ to: '/invoices/new', search: { customer_id: customer.id } }), mayInvoice);

  return (
    <>
      {may('edit') && (
        <LinkButton to="/customers/$customerId/edit" params={params} variant="default" leftSection={<IconEdit />}>
          <Trans>Edit</Trans>
        </LinkButton>
      )}
      {mayInvoice && (
        <LinkButton to="/invoices/new" search={{ customer_id: customer.id }} leftSection={<IconPlus />}>
          <Trans>New invoice</Trans>
        </LinkButton>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t`More actions`}>
            <IconDots />
          </Button>
        </Menu.Target>
        <CustomerMenu customer={customer} onLink={() => setLinking(true)} />
      </Menu>
      {linking && <LinkDialog purpose={{ customer }} onClose={() => setLinking(false)} />}
    </>
  );
}
