import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { payment, refund } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const money = (amount: number) => ({ amount, currency: 'EUR' });

it('gives back through the gateway what it proposes, from the newest invoice on', async () => {
  const paid = payment({
    amount: money(16_000),
    unused: money(1_000),
    refundable: money(16_000),
    gateway: 'sandbox',
    allocations: [
      {
        invoice_id: 'inv_1',
        invoice_number: 'INV-1',
        amount: money(10_000),
        tax_withheld: money(0),
        credit: money(0),
      },
      {
        invoice_id: 'inv_2',
        invoice_number: 'INV-2',
        amount: money(2_000),
        tax_withheld: money(0),
        credit: money(3_000),
      },
    ],
  });
  answer('get', '/payments/pay_1', paid);
  const { user, url } = openOffice('/payments/pay_1');
  await user.click(await screen.findByRole('link', { name: 'Refund…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
  expect(dialog.queryByLabelText('Date')).toBeNull();
  await expectAccessible();
  const amount = dialog.getByLabelText(/Amount in EUR/);
  await user.clear(amount);
  await user.type(amount, '70');
  expect(dialog.getByLabelText('Take back from INV-2')).toHaveValue('50.00');
  expect(dialog.getByLabelText('Take back from INV-1')).toHaveValue('10.00');
  await user.type(dialog.getByLabelText('Reason'), 'Billed twice');

  const made = answer('post', '/payments/pay_1/refunds', refund({ amount: money(7_000) }), 201);
  answer('get', '/payments/pay_1', {
    ...paid,
    status: 'partially_refunded',
    refunds: [refund({ amount: money(7_000) })],
  });
  await user.click(dialog.getByRole('button', { name: 'Refund' }));
  expect(await screen.findByText('The money is given back.')).toBeVisible();
  expect(url()).toBe('/office/payments/pay_1');
  expect(await screen.findByText('Partly refunded')).toBeVisible();
  expect(screen.getByText('Given back')).toBeVisible();
  expect(made.bodies).toEqual([
    {
      amount: 7_000,
      reason: 'Billed twice',
      allocations: [
        { invoice_id: 'inv_1', amount: 1_000 },
        { invoice_id: 'inv_2', amount: 5_000 },
      ],
    },
  ]);
});

it('asks how it was paid back where no gateway took the money, and says what is missing', async () => {
  answer('get', '/payments/pay_1', payment());
  const { user } = openOffice('/payments/pay_1/refund');
  const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
  expect(dialog.getByLabelText('Date')).toBeVisible();
  const part = dialog.getByLabelText('Take back from INV-000042');
  await user.clear(part);
  await user.type(part, '85.60');
  expect(dialog.getByRole('status')).toHaveTextContent('€200.00 more must be taken back');
  answer('post', '/payments/pay_1/refunds', problem(422, 'amount_exceeds_payment'));
  await user.click(dialog.getByRole('button', { name: 'Refund' }));
  expect(await dialog.findByRole('alert')).toBeVisible();
});

it('asks whether a refund was made that the gateway never answered', async () => {
  const open = refund({ id: 'ref_1', state: 'requested', unanswered: true });
  answer('get', '/payments/pay_1', payment({ gateway: 'sandbox', refunds: [open] }));
  const { user } = openOffice('/payments/pay_1');
  const decided = answer('post', '/payments/pay_1/refunds/ref_1/decide', payment());
  const failed = refund({ id: 'ref_1', state: 'failed', failure: 'not_made' });
  const button = await screen.findByRole('button', { name: 'It was not made' });
  await expectAccessible();
  answer('get', '/payments/pay_1', payment({ gateway: 'sandbox', refunds: [failed] }));
  await user.click(button);
  expect(await screen.findByText('Failed')).toBeVisible();
  expect(decided.bodies).toEqual([{ made: false }]);
  expect(screen.queryByRole('button', { name: 'It was made' })).toBeNull();
});

it('says which amount is finer than the currency instead of counting it as nothing', async () => {
  answer('get', '/payments/pay_1', payment());
  const { user } = openOffice('/payments/pay_1/refund');
  const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
  const part = dialog.getByLabelText('Take back from INV-000042');
  const amount = dialog.getByLabelText(/Amount in EUR/);
  await user.clear(amount);
  await user.type(amount, '50.005');
  expect(dialog.queryByRole('status')).toBeNull();
  expect(part).toHaveValue('50.00');
  await user.click(dialog.getByRole('button', { name: 'Refund' }));
  expect(await dialog.findByText('Use at most 2 decimals.')).toBeVisible();
});

it('shows a refusal at the row it speaks of, not counting rows of nothing', async () => {
  const share = (id: string) => ({
    invoice_id: id,
    invoice_number: id,
    amount: money(5_000),
    tax_withheld: money(0),
    credit: money(0),
  });
  answer(
    'get',
    '/payments/pay_1',
    payment({
      amount: money(10_000),
      unused: money(0),
      refundable: money(10_000),
      allocations: [share('INV-1'), share('INV-2')],
    }),
  );
  const { user } = openOffice('/payments/pay_1/refund');
  const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
  const [amount, first, second] = [/Amount in EUR/, /from INV-1/, /from INV-2/].map((label) =>
    dialog.getByLabelText(label),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  await user.clear(first);
  await user.type(first, '0');
  await user.clear(amount);
  await user.type(amount, '50');
  const errors = [{ pointer: '/allocations/0/amount', code: 'too_much', detail: 'More than it has' }];
  const refused = answer('post', '/payments/pay_1/refunds', problem(422, 'validation_failed', errors));
  await user.click(dialog.getByRole('button', { name: 'Refund' }));
  await expect.poll(() => second).toHaveAccessibleDescription(/More than it has/);
  expect(refused.bodies).toMatchObject([{ allocations: [{ invoice_id: 'INV-2', amount: 5_000 }] }]);
});

it('tells why a refund failed, with the code where there are no words for it', async () => {
  const failed = (id: string, failure: string) => refund({ id, state: 'failed', failure });
  const refunds = [failed('ref_1', 'charge_disputed'), failed('ref_2', 'moon_phase'), refund({ id: 'ref_3' })];
  answer('get', '/payments/pay_1', payment({ refunds }));
  openOffice('/payments/pay_1');
  const rows = await screen.findAllByRole('row', { name: /Failed|Given back/ });
  expect(rows[0]).toHaveTextContent('The payer disputes the payment.');
  expect(rows[0]).not.toHaveTextContent('charge_disputed');
  expect(rows[1]).toHaveTextContent('The gateway did not give it back. Its reason: moon_phase');
  expect(rows[2]).not.toHaveTextContent('gateway did not');
  await expectAccessible();
});

it('records what a gateway took back for a dispute', async () => {
  const disputed = payment({ gateway: 'stripe', disputed_at: '2026-11-21T10:00:00Z' });
  answer('get', '/payments/pay_1', disputed);
  const { user } = openOffice('/payments/pay_1');
  expect(await screen.findByRole('alert', { name: 'Disputed' })).toHaveTextContent(/Answer at the gateway/);
  await user.click(screen.getByRole('link', { name: 'Refund…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
  expect(dialog.getByText(/taken back because the payer disputes/)).toBeVisible();
  await expectAccessible();
  const made = answer('post', '/payments/pay_1/refunds', refund({ mode: 'other' }), 201);
  await user.click(dialog.getByRole('button', { name: 'Refund' }));
  expect(await screen.findByText('The money is given back.')).toBeVisible();
  expect(made.bodies).toMatchObject([{ mode: 'other', amount: disputed.refundable.amount }]);
});

it('offers no refund where nothing is left', async () => {
  answer('get', '/payments/pay_1', payment({ refundable: money(0), status: 'refunded' }));
  openOffice('/payments/pay_1');
  expect(await screen.findByText('Refunded')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Refund…' })).toBeNull();
});
