import { answer, expectAccessible } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { page, payment } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('lists payments with their invoices', async () => {
  answer('get', '/payments', page(payment()));
  const { user, url } = openOffice('/payments');
  expect(await screen.findByRole('link', { name: 'PAY-000007' })).toBeVisible();
  expect(screen.getByText('INV-000042')).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByPlaceholderText('State'));
  await user.click(await screen.findByRole('option', { name: 'Failed' }));
  await expect.poll(url).toBe('/office/payments?state=failed');
});

it('explains first use', async () => {
  answer('get', '/payments', page());
  openOffice('/payments');
  expect(await screen.findByText('No payments yet')).toBeVisible();
});

it('shows why a payment failed and what to do', async () => {
  answer(
    'get',
    '/payments/pay_1',
    payment({
      state: 'failed',
      allocations: [],
      receipt_available: false,
      failure: {
        code: 'payment_declined',
        cp_code: 'CP3003',
        message: 'Declined by the fraud filter',
        cause: 'In English',
        remedy: 'In English',
      },
    }),
  );
  openOffice('/payments/pay_1');
  expect(await screen.findByText('CP3003')).toBeVisible();
  expect(screen.getByText("The merchant account's fraud filter declined the payment.")).toBeVisible();
  expect(screen.getByText(/adjust the fraud filters/)).toBeVisible();
  expect(screen.queryByText('In English')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Receipt' })).toBeNull();
});

it('leads to the paid invoices and to the receipt', async () => {
  answer('get', '/payments/pay_1', payment());
  openOffice('/payments/pay_1');
  expect(await screen.findByRole('link', { name: 'INV-000042' })).toHaveAttribute('href', '/office/invoices/inv_1');
  expect(screen.getByRole('link', { name: 'Receipt' })).toHaveAttribute('href', '/office/payments/pay_1/receipt');
  await expectAccessible();
});
