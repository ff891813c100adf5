import { answer, expectAccessible, problem } from '@portico/testing';
import { anInvoice, anInvoiceSummary, aPayment, aPaymentOption, euro } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';
import { leaveTo } from './leave-to';

vi.mock('./leave-to');

const started = aPayment({ id: 'pay_7', number: null, state: 'requires_action', client_secret: 'cs_7', method: null });

function offer(...invoices: ReturnType<typeof anInvoice>[]) {
  answerHome();
  for (const invoice of invoices) answer('get', `/portal/invoices/${invoice.id}`, invoice);
}

async function fillCard(user: UserEvent, number = '4242424242424242') {
  await user.type(await screen.findByLabelText('Card number'), number);
  await user.type(screen.getByLabelText('Expiry'), '1234');
  await user.type(screen.getByLabelText('Security code'), '123');
}

describe('paying', () => {
  it('shows the final amount, pays it, and sends card data to the gateway only', async () => {
    offer(anInvoice());
    const start = answer('post', '/portal/payments', started, 201);
    const confirm = answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    const { user, url } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText(/Thank you/)).toHaveTextContent('Thank you, €119.00 received');
    expect(url()).toBe('/acme/pay/pay_7');
    expect(start.bodies).toEqual([
      {
        gateway: 'sandbox',
        method: 'card',
        allocations: [{ invoice_id: 'inv_1', amount: 11_900 }],
        mandate_accepted: false,
      },
    ]);
    expect(start.calls[0]?.headers.get('Idempotency-Key')).toMatch(/^[\da-f]{32}$/);
    expect(JSON.stringify(start.bodies)).not.toContain('4242');
    expect(confirm.bodies).toMatchObject([{ client_secret: 'cs_7', card: { number: '4242424242424242' } }]);
    expect(confirm.calls[0]?.headers.get('Authorization')).toBeNull();
  });

  it('asks what the bank asks, and tells the gateway the answer', async () => {
    offer(anInvoice());
    answer('post', '/portal/payments', started, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'requires_action', decline_code: null });
    const challenge = answer('post', '/public/gateways/sandbox/challenge', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user, '4000002760003184');
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await user.click(await screen.findByRole('button', { name: 'Yes, pay' }));
    await screen.findByText(/Thank you/);
    expect(challenge.bodies).toEqual([{ client_secret: 'cs_7', approved: true }]);
  });

  it('pays by bank debit once the mandate is agreed to', async () => {
    const card = aPaymentOption();
    const debit = { ...card, method: 'bank_debit' as const, mandate: 'You authorise Acme to debit your account.' };
    offer(anInvoice({ payment_options: [card, debit] }));
    const start = answer('post', '/portal/payments', started, 201);
    const confirm = answer('post', '/public/gateways/sandbox/confirm', { status: 'processing', decline_code: null });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7', state: 'pending', mode: 'direct_debit' }));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await user.click(await screen.findByRole('radio', { name: 'Bank debit' }));
    await user.type(await screen.findByLabelText('IBAN, or routing and account number'), 'DE89370400440532013000');
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('Agree to the mandate to pay by bank debit.')).toBeVisible();
    expect(start.calls).toHaveLength(0);
    expect(screen.getByText('You authorise Acme to debit your account.')).toBeVisible();
    await user.click(screen.getByLabelText('I agree to this mandate'));
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText(/is being processed/)).toBeVisible();
    expect(screen.getByText('A bank debit takes some days.')).toBeVisible();
    expect(start.bodies).toMatchObject([{ method: 'bank_debit', mandate_accepted: true }]);
    expect(JSON.stringify(start.bodies)).not.toContain('DE89');
    expect(confirm.bodies).toMatchObject([{ account: { number: 'DE89 3704 0044 0532 0130 00' } }]);
  });

  it('leads to the provider’s own page where the payer agrees there', async () => {
    const wallet = aPaymentOption({ gateway: 'paypal', method: 'wallet', test_mode: false });
    offer(anInvoice({ payment_options: [wallet] }));
    const approval_url = 'https://paypal.example/agree';
    const start = answer('post', '/portal/payments', { ...started, gateway: 'paypal', approval_url }, 201);
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    expect(await screen.findByText(/You are taken to PayPal/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await waitFor(() => expect(leaveTo).toHaveBeenCalledWith(approval_url));
    expect(start.bodies).toMatchObject([{ gateway: 'paypal', method: 'wallet' }]);
  });

  it('keeps the key of an intent when the connection broke', async () => {
    offer(anInvoice());
    const broken = answer('post', '/portal/payments', problem(502, 'gateway_unavailable'));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('The payment provider does not answer')).toBeVisible();
    const again = answer('post', '/portal/payments', problem(502, 'gateway_unavailable'));
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await waitFor(() => expect(again.calls).toHaveLength(1));
    const key = (calls: Request[]) => calls[0]?.headers.get('Idempotency-Key');
    expect(key(again.calls)).toBe(key(broken.calls));
  });

  it('takes another key after a definite no', async () => {
    offer(anInvoice());
    const refused = answer('post', '/portal/payments', problem(402, 'payment_declined'));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('The payment was not started')).toBeVisible();
    const again = answer('post', '/portal/payments', problem(402, 'payment_declined'));
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await waitFor(() => expect(again.calls).toHaveLength(1));
    const key = (calls: Request[]) => calls[0]?.headers.get('Idempotency-Key');
    expect(key(again.calls)).not.toBe(key(refused.calls));
  });

  it('does not send an incomplete card', async () => {
    offer(anInvoice());
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user, '4242424242424241');
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('Check the card number.')).toBeVisible();
    expect(screen.getByLabelText('Card number')).toHaveFocus();
  });

  it('lets one pay a part only where the invoice allows it', async () => {
    offer(anInvoice({ allow_partial_payments: true }));
    const start = answer('post', '/portal/payments', started, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7', amount: euro(4_050) }));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    await user.click(screen.getByRole('radio', { name: 'Another amount' }));
    await user.type(screen.getByLabelText('Amount in EUR'), '500');
    await user.click(screen.getByRole('button', { name: 'Pay' }));
    expect(await screen.findByText('Enter an amount up to €119.00.')).toBeVisible();
    await user.clear(screen.getByLabelText('Amount in EUR'));
    await user.type(screen.getByLabelText('Amount in EUR'), '10.505');
    expect(await screen.findByText('Use at most 2 decimals.')).toBeVisible();
    await user.clear(screen.getByLabelText('Amount in EUR'));
    await user.type(screen.getByLabelText('Amount in EUR'), '40,5');
    await user.click(screen.getByRole('button', { name: 'Pay €40.50' }));
    await screen.findByText(/Thank you/);
    expect(start.bodies).toMatchObject([{ allocations: [{ invoice_id: 'inv_1', amount: 4_050 }] }]);
  });

  it('pays everything open in one currency at once', async () => {
    offer(
      anInvoice(),
      anInvoice({ id: 'inv_2', number: 'INV-000002', balance: euro(100), allow_partial_payments: true }),
      anInvoice({ id: 'inv_4', number: 'INV-000004', payment_pending: true, allowed_actions: ['download'] }),
    );
    answer('get', '/portal/invoices', {
      data: [
        anInvoiceSummary(),
        anInvoiceSummary({ id: 'inv_2', balance: euro(100) }),
        anInvoiceSummary({ id: 'inv_3', balance: { amount: 1, currency: 'USD' } }),
        anInvoiceSummary({ id: 'inv_4', payment_pending: true }),
      ],
      next_cursor: null,
    });
    renderPortal('/acme/pay?currency=EUR');
    expect(await screen.findByRole('button', { name: 'Pay €120.00' })).toBeVisible();
    expect(screen.getByText(/is already under way/)).toHaveTextContent('INV-000004');
    expect(screen.queryByText('Another amount')).not.toBeInTheDocument();
  });

  it('points to the payment that is already under way', async () => {
    offer(anInvoice());
    answer('post', '/portal/payments', problem(409, 'payment_in_progress'));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    answer('get', '/portal/invoices/inv_1', anInvoice({ pending_payment: { id: 'pay_3', state: 'requires_action' } }));
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('A payment is already under way')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'See the payment' })).toHaveAttribute('href', '/acme/pay/pay_3');
  });

  it.each([
    ['gateway_unavailable', 502, { id: 'pay_3', state: 'requires_action' as const }, 'See the payment', '/pay/pay_3'],
    ['internal', 503, null, 'See your payments', '/payments'],
  ])('leads to what stays open after %s', async (code, status, pending_payment, name, place) => {
    offer(anInvoice());
    answer('post', '/portal/payments', problem(status, code));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await fillCard(user);
    answer('get', '/portal/invoices/inv_1', anInvoice({ pending_payment }));
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', `/acme${place}`);
  });

  it('says when there is nothing to pay', async () => {
    offer(anInvoice({ balance: euro(0), status: 'paid', allowed_actions: ['download'] }));
    renderPortal('/acme/pay?invoices=inv_1');
    expect(await screen.findByText('There is nothing to pay here')).toBeVisible();
    expect(screen.getByText(/is already settled/)).toBeVisible();
  });
});
