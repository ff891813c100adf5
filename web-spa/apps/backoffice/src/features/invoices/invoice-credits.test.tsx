import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoice } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const money = (amount: number) => ({ amount, currency: 'EUR' });
const credit = { payment_id: 'pay_3', number: 'PAY-000003', date: '2026-11-01', amount: money(5_000) };

it('applies credit, as much as there is', async () => {
  answer('get', '/invoices/inv_1', invoice({ credit_available: money(5_000) }));
  const { user, url } = openOffice('/invoices/inv_1');
  await user.click(await screen.findByRole('link', { name: 'Apply credit' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Apply credit' }));
  expect(dialog.getByLabelText(/Amount in EUR/)).toHaveValue('50.00');
  await expectAccessible();
  await user.clear(dialog.getByLabelText(/Amount in EUR/));
  await user.type(dialog.getByLabelText(/Amount in EUR/), '10.505');
  await user.click(dialog.getByRole('button', { name: 'Apply credit' }));
  expect(await dialog.findByText('Use at most 2 decimals.')).toBeVisible();
  await user.clear(dialog.getByLabelText(/Amount in EUR/));
  await user.type(dialog.getByLabelText(/Amount in EUR/), '50');
  const applied = invoice({ credits: [credit], credits_applied: money(5_000) });
  const sent = answer('post', '/invoices/inv_1/credits', applied);
  answer('get', '/invoices/inv_1', applied);
  await user.click(dialog.getByRole('button', { name: 'Apply credit' }));
  expect(await screen.findByRole('link', { name: 'PAY-000003' })).toBeVisible();
  expect(url()).toBe('/office/invoices/inv_1');
  expect(sent.bodies).toEqual([{ amount: 5_000 }]);
});

it('takes credit off again, once somebody has confirmed it', async () => {
  answer('get', '/invoices/inv_1', invoice({ credits: [credit], credits_applied: money(5_000) }));
  const { user } = openOffice('/invoices/inv_1');
  await user.click(await screen.findByRole('button', { name: 'Remove the credit of PAY-000003' }));
  const released = answer('post', '/invoices/inv_1/credits/release', invoice());
  answer('get', '/invoices/inv_1', invoice());
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  await expect.poll(() => released.bodies).toEqual([{ payment_id: 'pay_3' }]);
  await expect.poll(() => screen.queryByRole('link', { name: 'PAY-000003' })).toBeNull();
});
