import { answer, stream } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoiceRow, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const seen = {
  id: 'ntf_1',
  kind: 'invoice_viewed',
  at: '2026-11-21T08:00:00Z',
  read_at: null,
  subject: { type: 'invoice', id: 'inv_1', label: 'INV-000042' },
  data: { customer_name: 'Acme' },
};

it('does not tell what this member does not want to know', async () => {
  answer('get', '/invoices', page(invoiceRow()));
  openOffice('/invoices');
  const events = stream('/events');
  await screen.findByRole('link', { name: 'INV-000042' });
  await expect.poll(events.lines).toBe(1);
  const asked = answer('get', '/notifications', page());
  events.say('notification', 'ntf_1');
  await expect.poll(() => asked.calls.length).toBeGreaterThan(0);
  expect(screen.queryByText('Acme has seen INV-000042')).toBeNull();
});

it('shows what happens without being asked: the bell, the list, and a word in the corner', async () => {
  answer('get', '/invoices', page(invoiceRow()));
  openOffice('/invoices');
  const events = stream('/events');
  await screen.findByRole('link', { name: 'INV-000042' });
  await expect.poll(events.lines).toBe(1);

  answer('get', '/invoices', page(invoiceRow({ number: 'INV-000077' })));
  answer('get', '/notifications', page(seen));
  answer('get', '/notifications/unread-count', { count: 1 });
  events.say('invoice', 'inv_1');
  events.say('notification', 'ntf_1');
  expect(await screen.findByRole('link', { name: 'INV-000077' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Notifications, 1 new' })).toBeVisible();
  const said = await screen.findByText('Acme has seen INV-000042');
  expect(said.closest('[role="status"]')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Close' })).toBeVisible();
});
