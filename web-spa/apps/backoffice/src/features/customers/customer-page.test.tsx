import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customer, invoiceRow, page, payment, person } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const invited = person({
  portal: {
    ...person().portal,
    status: 'invited',
    invited_at: '2026-11-20T10:00:00Z',
    expires_at: '2026-12-04T10:00:00Z',
  },
});

it('shows balances and people, and gives access step by step', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  const granted = answer('post', '/customers/cus_1/contact-persons/per_1/portal-access', invited);
  const { user } = openOffice('/customers/cus_1');
  expect(await screen.findByText('€821.10')).toBeVisible();
  expect(await screen.findByText('No access')).toBeVisible();
  await expectAccessible();

  answer('get', '/customers/cus_1/contact-persons', page(invited));
  await user.click(screen.getByRole('button', { name: 'Invite to portal' }));
  expect(await screen.findByText('Invitation sent to maria@acme.example.')).toBeVisible();
  expect(granted.bodies).toEqual([{}]);
  expect(await screen.findByRole('button', { name: 'Invite again' })).toBeVisible();

  const disabled = answer('post', '/customers/cus_1/contact-persons/per_1/portal-access/disable', person());
  answer(
    'get',
    '/customers/cus_1/contact-persons',
    page(person({ portal: { ...person().portal, status: 'disabled' } })),
  );
  await user.click(screen.getByRole('button', { name: 'Disable' }));
  expect(await screen.findByRole('button', { name: 'Enable' })).toBeVisible();
  expect(disabled.calls).toHaveLength(1);
});

it('adds a contact person', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page());
  const created = answer('post', '/customers/cus_1/contact-persons', person(), 201);
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'Add' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'New contact person' }));
  await user.type(drawer.getByLabelText(/First name/), 'Maria');
  await user.type(drawer.getByLabelText('E-mail'), 'not an address');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await drawer.findByText('This is not an e-mail address')).toBeVisible();
  await user.clear(drawer.getByLabelText('E-mail'));
  await user.type(drawer.getByLabelText('E-mail'), 'maria@acme.example');
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Maria Berger')).toBeVisible();
  expect(created.bodies[0]).toMatchObject({ first_name: 'Maria', email: 'maria@acme.example', phone: null });
});

it('has the customer’s invoices, payments and story behind tabs', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page());
  const invoices = answer('get', '/invoices', page(invoiceRow()));
  answer('get', '/payments', page(payment()));
  answer('get', '/customers/cus_1/timeline', page());
  const { user, url } = openOffice('/customers/cus_1');
  const tabs = within(await screen.findByRole('navigation', { name: 'Customer' }));
  await user.click(tabs.getByRole('link', { name: 'Invoices' }));
  expect(await screen.findByRole('link', { name: 'INV-000042' })).toBeVisible();
  expect(invoices.calls.at(-1)?.url).toContain('customer_id=cus_1');
  await user.click(tabs.getByRole('link', { name: 'Payments' }));
  expect(await screen.findByRole('link', { name: 'PAY-000007' })).toBeVisible();
  await user.click(tabs.getByRole('link', { name: 'Timeline' }));
  expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
  expect(url()).toBe('/office/customers/cus_1/timeline');
});

it('says why a customer cannot be deleted', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page());
  answer('delete', '/customers/cus_1', problem(409, 'conflict'));
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete Acme?' }));
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('detail of conflict');
});

it('adds somebody and invites them with a password in one go', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page());
  const withPassword = person({ portal: { ...invited.portal, with_password: true } });
  const created = answer('post', '/customers/cus_1/contact-persons', withPassword, 201);
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'Add' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'New contact person' }));
  await user.type(drawer.getByLabelText(/First name/), 'Maria');
  await user.type(drawer.getByLabelText('E-mail'), 'maria@acme.example');
  expect(drawer.queryByLabelText('First password')).toBeNull();
  await user.click(drawer.getByLabelText('Allow portal access'));
  await user.type(drawer.getByLabelText('First password'), 'short');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await drawer.findByText('At least 8 characters')).toBeVisible();
  await user.click(drawer.getByRole('button', { name: 'Generate one' }));
  const password = drawer.getByLabelText<HTMLInputElement>('First password').value;
  expect(password).toHaveLength(19);
  await expectAccessible(screen.getByRole('dialog', { name: 'New contact person' }));
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Invitation sent to maria@acme.example.')).toBeVisible();
  expect(created.bodies[0]).toMatchObject({ email: 'maria@acme.example', portal_access: { password } });
});

it('says when a password was not used because there is one already', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  const granted = answer('post', '/customers/cus_1/contact-persons/per_1/portal-access', invited);
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'With a password…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Invite with a password' }));
  await user.type(dialog.getByLabelText('First password'), 'copper-meadow-51-window');
  await user.click(dialog.getByRole('button', { name: 'Send invitation' }));
  expect(await screen.findByText(/has a password in this portal already and keeps it/)).toBeVisible();
  expect(granted.bodies).toEqual([{ password: 'copper-meadow-51-window' }]);
});

it('invites from the form of a person without access only', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(invited));
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'Edit Maria' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Edit contact person' }));
  expect(drawer.queryByLabelText('Allow portal access')).toBeNull();
});
