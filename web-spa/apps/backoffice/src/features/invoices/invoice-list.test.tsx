import { answer, expectAccessible, narrowScreen, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoice, invoiceRow, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const query = (call: Request | undefined) => Object.fromEntries(new URL(call?.url ?? 'http://none').searchParams);

it('lists invoices, marks the seen ones, sorts and filters through the URL', async () => {
  const asked = answer(
    'get',
    '/invoices',
    page(
      invoiceRow({ flags: { viewed_at: '2026-11-05T09:00:00Z', payment_pending: false }, status: 'viewed' }),
      invoiceRow({ id: 'inv_2', number: null, status: 'draft' }),
    ),
  );
  const { user, url } = openOffice('/invoices');
  const table = await screen.findByRole('table', { name: 'Invoices' });
  expect(within(table).getByRole('link', { name: 'INV-000042' })).toHaveAttribute('href', '/office/invoices/inv_1');
  expect(within(table).getByRole('link', { name: 'Draft' })).toBeVisible();
  expect(within(table).getByRole('img', { name: /Seen by the customer/ })).toBeVisible();
  await expectAccessible();

  await user.click(within(table).getByRole('button', { name: 'Total' }));
  await user.click(screen.getByRole('button', { name: 'Unpaid' }));
  await user.type(screen.getByRole('searchbox'), 'acme');
  await expect.poll(url).toBe('/office/invoices?sort=total&status=unpaid&q=acme');
  await expect.poll(() => query(asked.calls.at(-1))).toMatchObject({ sort: 'total', status: 'unpaid', q: 'acme' });
});

it('walks through the rows with the keyboard', async () => {
  answer('get', '/invoices', page(invoiceRow(), invoiceRow({ id: 'inv_2', number: 'INV-000043' })));
  answer('get', '/invoices/inv_1', invoice());
  answer('get', '/invoices/inv_2', invoice({ id: 'inv_2' }));
  const { user } = openOffice('/invoices');
  await screen.findByRole('table');
  await user.keyboard('jj');
  expect(screen.getByRole('link', { name: 'INV-000043' })).toHaveFocus();
  await user.keyboard('k');
  expect(screen.getByRole('link', { name: 'INV-000042' })).toHaveFocus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
});

it('has a face for first use, for no match and for nothing left to do', async () => {
  answer('get', '/invoices', page());
  const { user } = openOffice('/invoices');
  expect(await screen.findByText('No invoices yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Overdue' }));
  expect(await screen.findByText('No invoice is overdue.')).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'zzz');
  expect(await screen.findByText('Nothing matches')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText('No invoices yet')).toBeVisible();
});

it('says what to do when it cannot be loaded', async () => {
  answer('get', '/invoices', problem(500, 'internal'));
  const { user } = openOffice('/invoices');
  expect(await screen.findByRole('alert')).toHaveTextContent('req_test');
  answer('get', '/invoices', page(invoiceRow()));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table')).toBeVisible();
});

it('offers no new invoice to somebody who may only read', async () => {
  answer('get', '/invoices', page());
  openOffice('/invoices', { permissions: [] });
  expect(await screen.findByText('No invoices yet')).toBeVisible();
  expect(screen.queryByRole('link', { name: /invoice$/i })).toBeNull();
});

it('shows cards on a phone', async () => {
  narrowScreen();
  answer('get', '/invoices', page(invoiceRow()));
  openOffice('/invoices');
  expect(await screen.findByRole('list', { name: 'Invoices' })).toHaveTextContent('€285.60');
});
