import type { PaymentLink } from '@portico/api/office';
import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { invoice, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

function link(over: Partial<PaymentLink> = {}): PaymentLink {
  return {
    id: 'lnk_1',
    status: 'viewed',
    customer: { id: 'cus_1', name: 'Acme' },
    invoice: { id: 'inv_1', number: 'INV-000042' },
    amount: { amount: 28_560, currency: 'EUR' },
    description: null,
    url: null,
    expires_at: '2026-12-05T10:00:00Z',
    viewed_at: '2026-11-20T11:00:00Z',
    payment: null,
    can_cancel: true,
    created_by: 'Anna Petersen',
    created_at: '2026-11-20T10:00:00Z',
    ...over,
  };
}

describe('payment links', () => {
  it('are listed by how they stand, and taken back after a question', async () => {
    answer('get', '/payment-links', page(link()));
    const cancel = answer('post', '/payment-links/lnk_1/cancel', link({ status: 'cancelled', can_cancel: false }));
    const { user, url } = openOffice('/payment-links');
    expect(await screen.findByRole('link', { name: 'INV-000042' })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel the link' }));
    await expect.poll(() => cancel.calls.length).toBe(1);
    await user.click(within(screen.getByRole('navigation', { name: 'Status' })).getByText('Expired'));
    await expect.poll(url).toBe('/office/payment-links?status=expired');
  });

  it('are made on an invoice, and shown once', async () => {
    answer('get', '/invoices/inv_1', invoice());
    const make = answer('post', '/payment-links', link({ url: 'https://portico.example/nordlicht/pay-link/t' }), 201);
    const { user } = openOffice('/invoices/inv_1/link');
    const days = await screen.findByLabelText(/Works for so many days/);
    await user.clear(days);
    await user.type(days, '400');
    await user.click(screen.getByRole('button', { name: 'Make the link' }));
    expect(await screen.findByText('A whole number from 1 to 365')).toBeVisible();
    await user.clear(days);
    await user.type(days, '30');
    await user.click(screen.getByRole('button', { name: 'Make the link' }));
    expect(await screen.findByLabelText('Link')).toHaveValue('https://portico.example/nordlicht/pay-link/t');
    await expectAccessible();
    expect(make.bodies).toEqual([
      {
        invoice_id: 'inv_1',
        amount: { amount: 28_560, currency: 'EUR' },
        description: null,
        expires_in_days: 30,
        send_mail: false,
      },
    ]);
  });

  it('are for no amount that is finer than its currency', async () => {
    answer('get', '/invoices/inv_1', invoice({ allow_partial_payments: true }));
    const { user } = openOffice('/invoices/inv_1/link');
    const amount = await screen.findByLabelText(/Amount in EUR/);
    await user.clear(amount);
    await user.type(amount, '10.505');
    await user.click(screen.getByRole('button', { name: 'Make the link' }));
    expect(await screen.findByText('Use at most 2 decimals.')).toBeVisible();
  });
});
