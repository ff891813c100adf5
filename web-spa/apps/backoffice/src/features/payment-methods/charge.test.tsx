import type { Invoice } from '@portico/api/office';
import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoice, keptMethod, payment } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const money = (amount: number) => ({ amount, currency: 'EUR' });
const account = keptMethod({
  id: 'pmt_2',
  method: 'bank_debit',
  brand: 'sepa_debit',
  last4: '3000',
  expiry: null,
  is_default: false,
});
const elsewhere = keptMethod({ id: 'pmt_3', gateway: 'stripe', last4: '1881', is_default: false });
const CP3001 = {
  code: 'reference_transactions_disabled',
  cp_code: 'CP3001',
  message: 'Not without the payer.',
  cause: null,
  remedy: null,
};
const keyOf = (request: Request | undefined) => request?.headers.get('Idempotency-Key');

/** Opens the dialog as staff do who look at the invoice. */
async function openDialog(over: Partial<Invoice> = {}) {
  answer('get', '/customers/cus_1/payment-methods', { data: [keptMethod(), account, elsewhere] });
  answer('get', '/invoices/inv_1', invoice(over));
  const { user, url } = openOffice('/invoices/inv_1');
  const more = await screen.findByRole('button', { name: 'More actions' });
  await user.click(more);
  await user.click(await screen.findByRole('menuitem', { name: 'Charge saved card…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Charge saved card' }));
  return { user, url, dialog, charge: await dialog.findByRole('button', { name: 'Charge' }) };
}

it('charges the default for all that is due, and shows the invoice paid', async () => {
  const { user, url, dialog, charge } = await openDialog();
  expect(url()).toBe('/office/invoices/inv_1/charge');
  expect(dialog.getByRole('radio', { name: /Visa •••• 4242/ })).toBeChecked();
  expect(dialog.getByRole('radio', { name: /SEPA •••• 3000/ })).not.toBeChecked();
  expect(dialog.queryByText(/1881/)).toBeNull();
  expect(dialog.getByRole('note')).toHaveTextContent('Charge only what Acme has agreed to.');
  expect(dialog.getByLabelText(/Amount in EUR/)).toHaveValue('285.60');
  await expectAccessible(screen.getByRole('dialog'));
  const charged = answer('post', '/payments/charge', payment({ number: 'PAY-000008' }), 201);
  answer('get', '/invoices/inv_1', invoice({ status: 'paid', balance: money(0), allowed_actions: [] }));
  await user.click(charge);
  expect(await screen.findByText('PAY-000008 is booked: Acme was charged.')).toBeVisible();
  await expect.poll(url).toBe('/office/invoices/inv_1');
  expect((await screen.findAllByText('Paid'))[0]).toBeVisible();
  expect(charged.bodies).toEqual([
    { payment_method_id: 'pmt_1', allocations: [{ invoice_id: 'inv_1', amount: 28_560 }] },
  ]);
  expect(keyOf(charged.calls[0])).toBeTruthy();
});

it('says that a debit of a part takes days', async () => {
  const { user, url, dialog, charge } = await openDialog();
  await user.click(dialog.getByRole('radio', { name: /SEPA •••• 3000/ }));
  const amount = dialog.getByLabelText(/Amount in EUR/);
  await user.clear(amount);
  await user.type(amount, '100.005');
  await user.click(charge);
  expect(await dialog.findByText('Use at most 2 decimals.')).toBeVisible();
  await user.clear(amount);
  await user.type(amount, '100');
  const pending = payment({ number: null, state: 'pending', mode: 'direct_debit', amount: money(10_000) });
  const charged = answer('post', '/payments/charge', pending, 201);
  answer('get', '/invoices/inv_1', invoice({ allowed_actions: [] }));
  await user.click(charge);
  expect(await dialog.findByText(/A debit takes a few days/)).toBeVisible();
  expect(charged.bodies).toMatchObject([{ payment_method_id: 'pmt_2', allocations: [{ amount: 10_000 }] }]);
  await expectAccessible(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Done' }));
  await expect.poll(url).toBe('/office/invoices/inv_1');
});

it('stays and says why it failed; the same again is another charge', async () => {
  const { user, dialog, charge } = await openDialog();
  const failed = payment({ number: null, state: 'failed', failure: CP3001 });
  const charged = answer('post', '/payments/charge', failed, 201);
  await user.click(charge);
  expect(await dialog.findByText('CP3001')).toBeVisible();
  expect(dialog.getByText('Nothing was charged.')).toBeVisible();
  expect(dialog.getByText('The merchant account may not charge a stored method.')).toBeVisible();
  expect(dialog.getByText(/enable reference transactions/)).toBeVisible();
  await expectAccessible(screen.getByRole('dialog'));
  await user.click(charge);
  await expect.poll(() => charged.calls.length).toBe(2);
  expect(keyOf(charged.calls[1])).not.toBe(keyOf(charged.calls[0]));
  expect(charged.bodies[1]).toEqual(charged.bodies[0]);
});

it('says that the attempt stays open when the gateway is silent, and repeats it under the same key', async () => {
  const { user, dialog, charge } = await openDialog();
  const silent = answer('post', '/payments/charge', problem(502, 'gateway_unavailable'));
  answer('get', '/invoices/inv_1', invoice({ allowed_actions: [] }));
  await user.click(charge);
  expect(await dialog.findByText('We cannot tell yet whether it was charged')).toBeVisible();
  expect(dialog.getByRole('link', { name: 'Payments' })).toHaveAttribute('href', '/office/payments');
  expect(dialog.getByRole('link', { name: 'Reconciliation' })).toHaveAttribute('href', '/office/payments/stuck');
  await expectAccessible(screen.getByRole('dialog'));
  const charged = answer('post', '/payments/charge', payment(), 201);
  await user.click(dialog.getByRole('button', { name: 'Charge' }));
  expect(await screen.findByText('PAY-000007 is booked: Acme was charged.')).toBeVisible();
  expect(keyOf(charged.calls[0])).toBe(keyOf(silent.calls[0]));
});

it('takes only the whole balance where the invoice says so, and says refusals in plain words', async () => {
  const { user, dialog, charge } = await openDialog({ allow_partial_payments: false });
  const amount = dialog.getByLabelText(/Amount in EUR/);
  expect(amount).toHaveAttribute('readonly');
  expect(amount).toHaveAccessibleDescription(/paid in full only/);
  answer('post', '/payments/charge', problem(409, 'payment_pending'));
  await user.click(charge);
  expect(await dialog.findByText(/still being processed. Nothing was charged/)).toBeVisible();
  const errors = [{ pointer: '/allocations/0/amount', code: 'amount', detail: 'above the balance' }];
  answer('post', '/payments/charge', problem(422, 'amount_exceeds_balance', errors));
  await user.click(charge);
  await expect.poll(() => amount).toHaveAccessibleDescription(/more than what is due/);
  expect(dialog.queryByText(/still being processed/)).toBeNull();
});

it.each<[string, Partial<Invoice>, string[]]>([
  ['who may not record payments', {}, ['view_payments', 'manage_invoices']],
  ['an invoice that cannot be paid', { allowed_actions: ['duplicate'] }, ['view_payments', 'record_payments']],
  ['an invoice without online payment', { gateways: [] }, ['view_payments', 'record_payments']],
  ['an invoice of other gateways', { gateways: ['paypal'] }, ['view_payments', 'record_payments']],
])('offers nothing for %s', async (_, over, permissions) => {
  answer('get', '/customers/cus_1/payment-methods', { data: [keptMethod()] });
  answer('get', '/invoices/inv_1', invoice(over));
  const { user } = openOffice('/invoices/inv_1/charge', { permissions });
  expect(await screen.findByText('Nothing is saved that could be charged for this invoice.')).toBeVisible();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  expect(await screen.findByRole('menuitem', { name: 'Timeline' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Charge saved card…' })).toBeNull();
});
