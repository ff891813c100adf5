import { answer, expectAccessible, HttpResponse, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { customer, customerRow, invoiceRow, page, payment } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const money = (amount: number) => ({ amount, currency: 'EUR' });

beforeEach(() => {
  answer('get', '/customers', page(customerRow()));
  answer('get', '/customers/cus_1', customer());
  answer(
    'get',
    '/invoices',
    page(
      invoiceRow({ number: 'INV-1', balance: money(10_000) }),
      invoiceRow({ id: 'inv_2', number: 'INV-2', balance: money(5_000) }),
    ),
  );
});

it('pays several invoices at once, with tax withheld, and shows what is left as credit', async () => {
  const { user, url } = openOffice('/payments/new?customer_id=cus_1');
  const table = within(await screen.findByRole('table', { name: 'Open invoices' }));
  await expectAccessible();
  await user.click(table.getAllByRole('button', { name: 'In full' })[0] as HTMLElement);
  await user.type(table.getByLabelText('Payment for INV-2'), '40');
  await user.type(table.getByLabelText('Tax withheld for INV-2'), '10');
  expect(screen.getByLabelText(/Amount received/)).toHaveValue('140.00');
  await user.clear(screen.getByLabelText(/Amount received/));
  await user.type(screen.getByLabelText(/Amount received/), '150');
  expect(await screen.findByText("Left over, becomes the customer's credit")).toBeVisible();
  expect(screen.getByText('€10.00')).toBeVisible();

  const recorded = answer('post', '/payments', payment(), 201);
  answer('get', '/payments/pay_1', payment());
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: /PAY-000007/ })).toBeVisible();
  expect(url()).toBe('/office/payments/pay_1');
  expect(recorded.bodies[0]).toMatchObject({
    customer_id: 'cus_1',
    amount: money(15_000),
    mode: 'bank_transfer',
    allocations: [
      { invoice_id: 'inv_1', amount: 10_000 },
      { invoice_id: 'inv_2', amount: 4_000, tax_withheld: 1_000 },
    ],
    send_receipt: true,
  });
});

it('keeps one key while the same payment is tried again, and takes a new one for another', async () => {
  const { user } = openOffice('/payments/new?customer_id=cus_1&invoice_id=inv_1');
  expect(await screen.findByLabelText(/Amount received/)).toHaveValue('100.00');
  const lost = answer('post', '/payments', HttpResponse.error());
  const save = screen.getByRole('button', { name: 'Save' });
  await user.click(save);
  expect(await screen.findByText(/never recorded twice/)).toBeVisible();
  await user.click(save);
  await expect.poll(() => lost.calls.length).toBe(2);
  const keys = lost.calls.map((call) => call.headers.get('Idempotency-Key'));
  expect(keys[0]).toBe(keys[1]);

  const refused = answer(
    'post',
    '/payments',
    problem(422, 'validation_failed', [
      { pointer: '/allocations/0/amount', code: 'amount_exceeds_balance', detail: 'More than the balance' },
    ]),
  );
  await user.type(screen.getByLabelText('Reference'), 'Bank 7');
  await user.click(save);
  expect(await screen.findByText('More than the balance')).toBeVisible();
  expect(refused.calls[0]?.headers.get('Idempotency-Key')).not.toBe(keys[0]);
});

it('refuses amounts that are finer than the currency', async () => {
  const { user } = openOffice('/payments/new?customer_id=cus_1');
  const table = within(await screen.findByRole('table', { name: 'Open invoices' }));
  await user.type(table.getByLabelText('Payment for INV-2'), '40.505');
  await user.type(screen.getByLabelText(/Amount received/), '40.505');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findAllByText('Use at most 2 decimals.')).toHaveLength(2);
});

it('explains that money without invoices becomes credit', async () => {
  answer('get', '/invoices', page());
  openOffice('/payments/new?customer_id=cus_1');
  expect(await screen.findByText(/becomes credit/)).toBeVisible();
});
