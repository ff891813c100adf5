import { answer, expectAccessible, problem } from '@portico/testing';
import { anInvoice, aPayment, euro } from '@portico/testing/portal';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

function invoice(change: Parameters<typeof anInvoice>[0] = {}) {
  answerHome();
  answer('get', '/portal/invoices/inv_1', anInvoice({ id: 'inv_1', ...change }));
  answer('post', '/portal/invoices/inv_1/view', undefined);
}

it('pays with as much credit as there is', async () => {
  invoice({ credit_available: euro(5_000) });
  const { user } = renderPortal('/acme/invoices/inv_1');
  const button = await screen.findByRole('button', { name: 'Use €50.00 of my credit' });
  await expectAccessible();
  const sent = answer('post', '/portal/invoices/inv_1/credits', problem(409, 'payment_pending'));
  await user.click(button);
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(sent.bodies).toEqual([{ amount: 5_000 }]);

  const after = { balance: euro(6_900), credits_applied: euro(5_000) };
  answer('post', '/portal/invoices/inv_1/credits', anInvoice(after));
  invoice(after);
  await user.click(screen.getByRole('button', { name: 'Use €50.00 of my credit' }));
  await expect.poll(() => screen.getByRole('main').textContent).toContain('Credits applied-€50.00');
  expect(screen.queryByRole('button', { name: /of my credit/ })).toBeNull();
});

it('says what of a payment was given back', async () => {
  answerHome();
  answer(
    'get',
    '/portal/payments/pay_1',
    aPayment({
      status: 'partially_refunded',
      refunded: euro(2_000),
      refunds: [
        { amount: euro(2_000), state: 'succeeded', date: '2026-11-21' },
        { amount: euro(1_000), state: 'pending', date: '2026-11-22' },
      ],
    }),
  );
  renderPortal('/acme/payments/pay_1');
  expect(await screen.findByText('Partly refunded')).toBeVisible();
  expect(screen.getByRole('main')).toHaveTextContent(/€20.00 was given back on/);
  expect(screen.getByRole('main')).toHaveTextContent('€10.00 is being given back.');
});
