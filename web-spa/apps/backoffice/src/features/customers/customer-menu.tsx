import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { activateCustomer, type Customer, deactivateCustomer, deleteCustomer } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { failed, said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useAsk } from '../../shell/ask';
import { IconTrash } from '../../shell/icons';

/** The rarer actions of a customer; which exist, the server says. */
export function CustomerMenu({ customer, onLink }: { customer: Customer; onLink: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ask = useAsk();
  const mayPay = useCan('record_payments');
  const mayLink = useCan('manage_payment_links') && customer.active;
  const may = (action: string) => customer.allowed_actions.includes(action);
  const path = { id: customer.id };

  const change = async (send: () => Promise<unknown>, message: string) => {
    try {
      await send();
      await refresh(client, 'getCustomer', 'listCustomers', 'getCustomerTimeline', 'getOfficeHome');
      said(message);
    } catch (error) {
      failed(error);
    }
  };

  const remove = () =>
    ask({
      title: t`Delete ${customer.display_name}?`,
      text: t`The customer and its contact persons are deleted. This cannot be undone.`,
      confirm: t`Delete`,
      danger: true,
      run: async () => {
        await deleteCustomer({ path, throwOnError: true });
        await navigate({ to: '/customers' });
        await refresh(client, 'listCustomers', 'getOfficeHome');
      },
    });

  return (
    <Menu.Dropdown>
      {mayPay && (
        <Menu.Item onClick={() => navigate({ to: '/payments/new', search: { customer_id: customer.id } })}>
          <Trans>Record a payment</Trans>
        </Menu.Item>
      )}
      {mayLink && (
        <Menu.Item onClick={onLink}>
          <Trans>Payment link…</Trans>
        </Menu.Item>
      )}
      {may('deactivate') && (
        <Menu.Item
          onClick={() =>
            change(() => deactivateCustomer({ path, throwOnError: true }), t`The customer is inactive now.`)
          }
        >
          <Trans>Mark as inactive</Trans>
        </Menu.Item>
      )}
      {may('activate') && (
        <Menu.Item
          onClick={() => change(() => activateCustomer({ path, throwOnError: true }), t`The customer is active again.`)}
        >
          <Trans>Mark as active</Trans>
        </Menu.Item>
      )}
      {may('delete') && (
        <Menu.Item color="red" leftSection={<IconTrash />} onClick={remove}>
          <Trans>Delete</Trans>
        </Menu.Item>
      )}
    </Menu.Dropdown>
  );
}
