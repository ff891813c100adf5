import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { customer, keptMethod, page, person } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const old = keptMethod({ id: 'pmt_2', last4: '0341', is_default: false, expiry: { year: 2020, month: 1 } });
const account = keptMethod({
  id: 'pmt_3',
  gateway: 'stripe',
  method: 'bank_debit',
  brand: 'sepa_debit',
  last4: '3000',
  expiry: null,
  is_default: false,
});

beforeEach(() => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(person()));
});

it('shows what is kept, and removes it once somebody has confirmed it', async () => {
  answer('get', '/customers/cus_1/payment-methods', { data: [keptMethod(), old, account] });
  const { user } = openOffice('/customers/cus_1');
  const list = within(await screen.findByRole('list', { name: 'Saved cards and accounts' }));
  const rows = list.getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent(/Visa •••• 4242.*Default.*Sandbox · valid until 08\/2031/);
  expect(rows[0]).not.toHaveTextContent('Expired');
  expect(rows[1]).toHaveTextContent(/Visa •••• 0341.*Expired/);
  expect(rows[2]).toHaveTextContent(/SEPA •••• 3000.*Stripe/);
  await expectAccessible();

  await user.click(list.getByRole('button', { name: 'Remove Visa •••• 0341' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove this from what is saved?' }));
  expect(dialog.getByText(/removed here and at Sandbox/)).toBeVisible();
  answer('delete', '/customers/cus_1/payment-methods/pmt_2', problem(502, 'gateway_unavailable'));
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(await dialog.findByText('Sandbox does not answer, so it is still saved. Try again later.')).toBeVisible();

  const removed = answer('delete', '/customers/cus_1/payment-methods/pmt_2', undefined);
  answer('get', '/customers/cus_1/payment-methods', { data: [keptMethod()] });
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Visa •••• 0341 is removed.')).toBeVisible();
  expect(removed.calls).toHaveLength(1);
  await expect.poll(() => list.queryByText('Expired')).toBeNull();
});

it('shows nothing where nothing is kept', async () => {
  openOffice('/customers/cus_1');
  expect(await screen.findByText('Maria Berger')).toBeVisible();
  expect(screen.queryByText('Saved cards and accounts')).toBeNull();
});

it('shows the list without buttons to those who may only look, and does not ask for others', async () => {
  const asked = answer('get', '/customers/cus_1/payment-methods', { data: [keptMethod()] });
  const { unmount } = openOffice('/customers/cus_1', { permissions: ['view_payments'] });
  const list = within(await screen.findByRole('list', { name: 'Saved cards and accounts' }));
  expect(list.getByRole('listitem')).toHaveTextContent('Visa •••• 4242');
  expect(list.queryByRole('button')).toBeNull();
  expect(asked.calls).toHaveLength(1);
  unmount();
  openOffice('/customers/cus_1', { permissions: [] });
  expect(await screen.findByText('Maria Berger')).toBeVisible();
  expect(asked.calls).toHaveLength(1);
});
