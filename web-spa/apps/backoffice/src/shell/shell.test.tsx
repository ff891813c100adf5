import { officeSession } from '@portico/api/office';
import { answer, problem } from '@portico/testing';
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customerRow, invoiceRow, page, session } from '../testing/makers';
import { openOffice } from '../testing/mount';

it('goes anywhere by keyboard, and single keys can be switched off', async () => {
  answer('get', '/invoices', page());
  answer('get', '/payments', page());
  const { user, url } = openOffice('/invoices');
  await screen.findByText('No invoices yet');
  await user.keyboard('gp');
  await screen.findByText('No payments yet');
  expect(url()).toBe('/office/payments');
  await user.keyboard('?');
  const help = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
  await user.click(help.getByRole('switch', { name: /Single-key shortcuts/ }));
  await user.click(help.getByRole('button', { name: 'Close' }));
  await user.keyboard('gi');
  expect(url()).toBe('/office/payments');
});

it('finds customers and invoices from the palette', async () => {
  answer('get', '/payments', page());
  answer('get', '/customers', page(customerRow()));
  answer('get', '/invoices', page(invoiceRow()));
  const { user, url } = openOffice('/payments');
  await screen.findByText('No payments yet');
  await user.click(screen.getByRole('button', { name: /Search or jump to/ }));
  await user.type(await screen.findByPlaceholderText('Customer, invoice number, page…'), 'acme');
  answer('get', '/invoices/inv_1', problem(404, 'not_found'));
  await user.click(await screen.findByRole('button', { name: /INV-000042/ }));
  await expect.poll(url).toBe('/office/invoices/inv_1');
});

it('asks for the password again when the session expires, without losing the page', async () => {
  answer('get', '/payments', page());
  const { user, url } = openOffice('/payments?state=failed');
  await screen.findByText('Nothing matches');
  act(() => officeSession.clear('expired'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Please sign in again' }));
  answer('post', '/auth/sign-in', problem(401, 'invalid_credentials'));
  await user.type(dialog.getByLabelText('Password'), 'wrong{Enter}');
  expect(await dialog.findByText('E-mail or password is wrong.')).toBeVisible();
  const signedIn = answer('post', '/auth/sign-in', session());
  await user.clear(dialog.getByLabelText('Password'));
  await user.type(dialog.getByLabelText('Password'), 'right{Enter}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(signedIn.bodies).toEqual([{ email: 'anna@nordlicht.example', password: 'right', organization_id: 'org_1' }]);
  expect(url()).toBe('/office/payments?state=failed');
});

it('switches to another organization and signs out', async () => {
  answer('get', '/payments', page());
  answer('get', '/home', {
    receivables: [],
    recent_payments: [],
    overdue_invoices: [],
    counts: { customers: 1, invoices: 9, failed_mails: 0, unread_notifications: 0 },
  });
  const both = [
    ...session().memberships,
    { organization_id: 'org_2', organization_name: 'Blue Heron', role: 'accountant' },
  ];
  const { user, url } = openOffice('/payments', { memberships: both });
  const switched = answer(
    'post',
    '/auth/switch',
    session({ memberships: both, organization: { ...session().organization, id: 'org_2', name: 'Blue Heron' } }),
  );
  await user.click(await screen.findByRole('button', { name: 'Organization: Nordlicht' }));
  await user.click(await screen.findByRole('menuitem', { name: /Blue Heron/ }));
  expect(await screen.findByRole('heading', { name: 'Blue Heron' })).toBeVisible();
  expect(switched.bodies).toEqual([{ organization_id: 'org_2' }]);

  answer('post', '/auth/sign-out', undefined);
  await user.click(screen.getByRole('button', { name: 'Your account' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await expect.poll(url).toBe('/office/sign-in');
});

it('changes the password of the person', async () => {
  answer('get', '/payments', page());
  answer('get', '/me/mfa', { enabled: false, required: false, recovery_codes_left: 0 });
  answer('get', '/me/sessions', { data: [] });
  const { user } = openOffice('/payments');
  const changed = answer('post', '/me/password', problem(401, 'invalid_credentials'));
  await user.click(await screen.findByRole('button', { name: 'Your account' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Account security' }));
  const dialog = within(await screen.findByRole('main'));
  await user.type(await dialog.findByLabelText('Current password'), 'old one');
  await user.type(dialog.getByLabelText('New password'), 'copper lantern walks home');
  await user.click(dialog.getByRole('button', { name: 'Change password' }));
  expect(await dialog.findByText('This is not your current password.')).toBeVisible();
  expect(changed.bodies).toEqual([{ current_password: 'old one', new_password: 'copper lantern walks home' }]);
});
