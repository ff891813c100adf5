import { answer, expectAccessible, HttpResponse, problem } from '@portico/testing';
import { anInvoice, aPayment, aPaymentMethod, aPaymentOption } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const CARD = aPaymentOption({ can_keep_method: true });
const DEBIT = aPaymentOption({ can_keep_method: true, method: 'bank_debit', mandate: 'You authorise Acme.' });
const ACCOUNT = aPaymentMethod({ id: 'pm_2', method: 'bank_debit', brand: 'sepa_debit', last4: '3000', expiry: null });
const OLD = aPaymentMethod({ id: 'pm_3', brand: 'mastercard', last4: '4444', expiry: { year: 2020, month: 1 } });
const KEPT = aPaymentMethod();

const started = aPayment({ id: 'pay_7', number: null, state: 'requires_action', client_secret: 'cs_7', method: null });

function open(data: unknown, payment_options = [CARD, DEBIT]) {
  answerHome();
  answer('get', '/portal/payment-methods', data instanceof Response ? data : { data, options: [] });
  answer('get', '/portal/invoices/inv_1', anInvoice({ payment_options }));
  return renderPortal('/acme/pay?invoices=inv_1');
}

const pay = () => screen.getByRole('button', { name: 'Pay €119.00' });

describe('what is kept', () => {
  it('pays in one step: the default is chosen, and nothing is entered', async () => {
    const { user, url } = open([KEPT, ACCOUNT]);
    const start = answer('post', '/portal/payments', started, 201);
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    expect(await screen.findByRole('radio', { name: 'Visa •••• 4242, expires 12/2099' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'SEPA •••• 3000' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Another card' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Another account' })).toBeVisible();
    expect(screen.queryByLabelText('Card number')).toBeNull();
    await expectAccessible();
    await user.click(pay());
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(url()).toBe('/acme/pay/pay_7');
    expect(start.bodies).toEqual([
      {
        gateway: 'sandbox',
        method: 'card',
        payment_method_id: 'pm_1',
        allocations: [{ invoice_id: 'inv_1', amount: 11_900 }],
      },
    ]);
  });

  it('needs no mandate again', async () => {
    const { user } = open([KEPT, ACCOUNT]);
    const start = answer('post', '/portal/payments', started, 201);
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7', state: 'pending', mode: 'direct_debit' }));
    await user.click(await screen.findByRole('radio', { name: 'SEPA •••• 3000' }));
    expect(screen.queryByLabelText('I agree to this mandate')).toBeNull();
    await user.click(pay());
    expect(await screen.findByText(/is being processed/)).toBeVisible();
    expect(start.bodies).toMatchObject([{ method: 'bank_debit', payment_method_id: 'pm_2' }]);
  });

  it('is passed over once it has expired, or where nothing offered takes it', async () => {
    open([OLD, ACCOUNT], [CARD]);
    expect(await screen.findByRole('radio', { name: 'Mastercard •••• 4444 Expired' })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'Another card' })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /3000/ })).toBeNull();
    expect(await screen.findByLabelText('Card number')).toBeVisible();
    await expectAccessible();
  });

  it('prevents nobody from paying when it cannot be asked for', async () => {
    open(HttpResponse.error(), [CARD]);
    expect(await screen.findByLabelText('Card number')).toBeVisible();
    expect(pay()).toBeEnabled();
  });

  it('may have been removed meanwhile', async () => {
    const { user } = open([KEPT]);
    await screen.findByRole('radio', { name: /4242/ });
    const errors = [{ pointer: '/payment_method_id', code: 'unknown', detail: 'there is no such method' }];
    answer('post', '/portal/payments', problem(422, 'validation_failed', errors));
    answer('get', '/portal/payment-methods', { data: [], options: [] });
    await user.click(pay());
    expect(await screen.findByText('This card or account was removed')).toBeVisible();
    expect(await screen.findByLabelText('Card number')).toBeVisible();
    expect(screen.queryByRole('radio', { name: /4242/ })).toBeNull();
  });

  it.each([
    [402, 'payment_declined', 'The payment was not started'],
    [502, 'gateway_unavailable', 'The payment provider does not answer'],
  ])('may be refused with %d %s', async (status, code, text) => {
    const { user } = open([KEPT]);
    await screen.findByRole('radio', { name: /4242/ });
    answer('post', '/portal/payments', problem(status, code));
    await user.click(pay());
    expect(await screen.findByText(text)).toBeVisible();
    expect(pay()).toBeEnabled();
  });
});

describe('what is entered', () => {
  it('is kept only if the payer says so', async () => {
    const { user } = open([], [CARD]);
    const start = answer('post', '/portal/payments', started, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    await user.type(await screen.findByLabelText('Card number'), '4242424242424242');
    await user.type(screen.getByLabelText('Expiry'), '1234');
    await user.type(screen.getByLabelText('Security code'), '123');
    const keep = screen.getByRole('checkbox', { name: 'Save this card for later' });
    expect(keep).not.toBeChecked();
    await user.click(keep);
    await expectAccessible();
    await user.click(pay());
    await screen.findByText(/Thank you/);
    expect(start.bodies).toMatchObject([{ method: 'card', keep_method: true }]);
  });

  it('is called by what it is, and forgotten when the payer changes their mind', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('checkbox', { name: 'Save this card for later' }));
    await user.click(screen.getByRole('radio', { name: 'Bank debit' }));
    const keep = screen.getByRole('checkbox', { name: 'Use this account for future transactions' });
    expect(keep).not.toBeChecked();
  });

  it('is not kept where nothing is', async () => {
    open([KEPT], [aPaymentOption()]);
    expect(await screen.findByLabelText('Card number')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('the bank’s question about a kept card', () => {
  const asked = aPayment({ state: 'requires_action', challenged: true, client_secret: 'cs_1', number: null });

  it('is answered on the page of the outcome', async () => {
    answerHome();
    answer('get', '/portal/invoices/inv_1', anInvoice());
    answer('post', '/portal/payments/pay_1/sync', asked);
    const { user } = renderPortal('/acme/pay/pay_1');
    const go = await screen.findByRole('button', { name: 'Continue to your bank' });
    expect(screen.getByText('Your bank wants to be sure that it is you')).toBeVisible();
    expect(screen.queryByLabelText('Card number')).toBeNull();
    await expectAccessible();
    await user.click(go);
    const answered = answer('post', '/public/gateways/sandbox/challenge', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_1/sync', aPayment());
    await user.click(await screen.findByRole('button', { name: 'Yes, pay' }));
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(answered.bodies).toEqual([{ client_secret: 'cs_1', approved: true }]);
  });

  it('may fail to reach the bank, and can be tried again or cancelled', async () => {
    answerHome();
    answer('get', '/portal/invoices/inv_1', anInvoice());
    answer('post', '/portal/payments/pay_1/sync', { ...asked, gateway: 'stripe', public_key: null });
    const { user } = renderPortal('/acme/pay/pay_1');
    await user.click(await screen.findByRole('button', { name: 'Continue to your bank' }));
    expect(await screen.findByText(/Your bank could not be reached/)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Continue to your bank' })).toBeEnabled());
    expect(screen.getByRole('button', { name: 'Cancel this payment' })).toBeEnabled();
  });
});
