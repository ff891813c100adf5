import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoice, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const seen = {
  id: 'ntf_1',
  kind: 'invoice_viewed',
  at: '2026-11-21T08:00:00Z',
  read_at: null,
  subject: { type: 'invoice', id: 'inv_1', label: 'INV-000042' },
  data: { customer_name: 'Acme' },
};
const paid = {
  ...seen,
  id: 'ntf_2',
  kind: 'payment_received',
  read_at: '2026-11-21T09:00:00Z',
  subject: { type: 'payment', id: 'pay_1', label: 'PAY-1' },
  data: { customer_name: 'Acme', amount: { amount: 28_560, currency: 'EUR' } },
};

it('says what a customer changed', async () => {
  const changed = {
    ...seen,
    kind: 'customer_changed',
    subject: { type: 'customer', id: 'cus_1', label: 'Acme' },
    data: { customer_name: 'Acme', changes: [{ field: 'phone', before: null, after: '+49 30 1' }] },
  };
  answer('get', '/notifications', page(changed));
  openOffice('/notifications');
  expect(await screen.findByText('Acme changed details: Phone: (empty) → +49 30 1')).toBeVisible();
});

it('leads to those who signed up', async () => {
  const asked = {
    ...seen,
    kind: 'sign_up_waiting',
    subject: { type: 'portal_sign_up', id: 'psu_1', label: 'Maja Lindqvist' },
    data: { customer_name: 'Lindqvist Interiors', person_name: 'Maja Lindqvist' },
  };
  answer('get', '/notifications', page(asked));
  answer('post', '/notifications/ntf_1/read', asked);
  const { user, url } = openOffice('/notifications');
  await user.click(await screen.findByText('Maja Lindqvist (Lindqvist Interiors) asks to be let into the portal'));
  await expect.poll(url).toBe('/office/customers/sign-ups');
});

it('rings, leads to what happened and marks it read', async () => {
  answer('get', '/notifications', page(seen, paid));
  answer('get', '/invoices', page());
  const { user, url } = openOffice('/invoices');
  answer('get', '/notifications/unread-count', { count: 1 });
  const read = answer('post', '/notifications/ntf_1/read', seen);
  answer('get', '/invoices/inv_1', invoice());
  await user.click(await screen.findByRole('button', { name: 'Notifications, 1 new' }));
  expect(await screen.findByText('Acme paid €285.60')).toBeVisible();
  await user.click(screen.getByText('Acme has seen INV-000042'));
  await expect.poll(url).toBe('/office/invoices/inv_1');
  await expect.poll(() => read.calls.length).toBe(1);
});

it('has a page of its own and marks all as read', async () => {
  answer('get', '/notifications', page(seen));
  const all = answer('post', '/notifications/read-all', undefined);
  const { user } = openOffice('/notifications');
  const main = within(await screen.findByRole('main'));
  expect(await main.findByText('Acme has seen INV-000042')).toBeVisible();
  await expectAccessible();
  answer('get', '/notifications', page({ ...seen, read_at: '2026-11-21T09:00:00Z' }));
  await user.click(main.getByRole('button', { name: 'Mark all as read' }));
  await expect.poll(() => main.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
  expect(all.calls).toHaveLength(1);
});

it('explains an empty list', async () => {
  answer('get', '/notifications', page());
  openOffice('/notifications');
  expect(await screen.findByText('No notifications yet')).toBeVisible();
});
