import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoiceRow, organization, page, payment } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const receivable = {
  currency: 'EUR',
  outstanding: 1_317_241,
  overdue: 12_000,
  draft: 0,
  invoices_open: 14,
  invoices_overdue: 1,
  received_30d: 5_000,
};
const home = {
  receivables: [receivable, { ...receivable, currency: 'JPY', outstanding: 500, overdue: 0 }],
  recent_payments: [payment()],
  overdue_invoices: [invoiceRow({ status: 'overdue' })],
  counts: { customers: 3, invoices: 20, failed_mails: 2, unread_notifications: 0 },
};

it('answers what is owed, per currency, and what needs attention', async () => {
  answer('get', '/home', home);
  openOffice('/');
  expect(await screen.findByText('€13,172.41')).toBeVisible();
  const others = within(screen.getByRole('table', { name: 'Other currencies' }));
  expect(others.getByRole('link', { name: '¥500' })).toHaveAttribute('href', '/office/invoices?status=unpaid');
  expect(screen.getAllByRole('link', { name: /^Overdue/ })[0]).toHaveAttribute(
    'href',
    '/office/invoices?status=overdue',
  );
  expect(screen.getByRole('link', { name: /e-mails were not delivered/ })).toHaveAttribute(
    'href',
    '/office/settings/mails?status=failed',
  );
  await expectAccessible();
});

it('guides a new organization through its first steps', async () => {
  answer('get', '/home', {
    ...home,
    receivables: [],
    recent_payments: [],
    overdue_invoices: [],
    counts: { customers: 1, invoices: 0, failed_mails: 0, unread_notifications: 0 },
  });
  answer('get', '/invoices', page());
  openOffice('/');
  answer('get', '/organization', organization({ logo_url: null }));
  expect(await screen.findByRole('link', { name: 'Add your logo and colour' })).toHaveAttribute(
    'href',
    '/office/settings/branding',
  );
  expect(screen.getByRole('link', { name: 'Add a customer' }).closest('li')).toHaveAttribute('data-done', 'true');
  expect(screen.getAllByText('€0.00').length).toBeGreaterThan(0);
});

it('says what to do when it cannot be loaded', async () => {
  answer('get', '/home', problem(503, 'unavailable'));
  openOffice('/');
  expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded');
});
