import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customerRow, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('lists the active customers with balance and portal status', async () => {
  const asked = answer(
    'get',
    '/customers',
    page(customerRow(), customerRow({ id: 'cus_2', display_name: 'Beta', portal_status: 'reinvite_needed' })),
  );
  const { user, url } = openOffice('/customers');
  const table = within(await screen.findByRole('table', { name: 'Customers' }));
  expect(table.getAllByText('€821.10')).toHaveLength(2);
  expect(table.getByText('Needs a new invitation')).toBeVisible();
  expect(new URL(asked.calls[0]?.url ?? '').searchParams.get('active')).toBe('true');
  await expectAccessible();
  await user.click(screen.getByPlaceholderText('Portal access'));
  await user.click(await screen.findByRole('option', { name: 'Invited' }));
  await expect.poll(url).toBe('/office/customers?portal_status=invited');
});

it('invites the selected ones and reports row by row', async () => {
  answer('get', '/customers', page(customerRow(), customerRow({ id: 'cus_2', display_name: 'Beta' })));
  const granted = answer('post', '/customers/portal-access', {
    data: [
      { customer: { id: 'cus_1', name: 'Acme' }, email: 'maria@acme.example', invited: true, obstacle: null },
      { customer: { id: 'cus_2', name: 'Beta' }, email: null, invited: false, obstacle: 'no_email' },
    ],
    left: 0,
  });
  // What the pointer passes over on its way is fetched in advance.
  answer('get', '/customers/cus_1', customerRow());
  answer('get', '/customers/cus_2', customerRow({ id: 'cus_2' }));
  const { user } = openOffice('/customers');
  await screen.findByRole('table');
  await user.keyboard('jxjx');
  await user.click(await screen.findByRole('button', { name: 'Invite to the portal' }));
  const report = within(await screen.findByRole('dialog', { name: 'Invitations' }));
  expect(report.getByText('maria@acme.example')).toBeVisible();
  expect(report.getByText('No contact person with an e-mail address')).toBeVisible();
  expect(granted.bodies).toEqual([{ customer_ids: ['cus_1', 'cus_2'] }]);
});

it('invites to add the first customer', async () => {
  answer('get', '/customers', page());
  openOffice('/customers');
  expect(await screen.findByText('No customers yet')).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'New customer' })[0]).toHaveAttribute('href', '/office/customers/new');
});
