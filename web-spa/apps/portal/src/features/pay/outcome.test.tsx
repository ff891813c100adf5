import { answer, expectAccessible, HttpResponse, type problem } from '@portico/testing';
import { anInvoice, aPayment } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

function land(payment: ReturnType<typeof aPayment> | ReturnType<typeof problem>) {
  answerHome();
  answer('get', '/portal/invoices/inv_1', anInvoice());
  answer('post', '/portal/payments/pay_1/sync', payment);
  return renderPortal('/acme/pay/pay_1');
}

describe('the outcome of a payment', () => {
  it('thanks and leads to the receipt', async () => {
    land(aPayment());
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the receipt' })).toHaveAttribute('href', '/acme/payments/pay_1');
    await expectAccessible();
  });

  it('is honest while the gateway is working, and asks again by itself', async () => {
    land(aPayment({ state: 'pending' }));
    expect(await screen.findByText(/is being processed/)).toBeVisible();
    expect(screen.getByText(/Please do not pay again/)).toBeVisible();
    answer('post', '/portal/payments/pay_1/sync', aPayment());
    expect(await screen.findByText(/Thank you/)).toBeVisible();
  });

  it('explains a decline in plain words and offers another try', async () => {
    land(
      aPayment({ state: 'failed', failure: { code: 'insufficient_funds', message_key: null, message: 'do not show' } }),
    );
    expect(await screen.findByText(/There are not enough funds/)).toHaveTextContent('You were not charged.');
    expect(screen.queryByText(/do not show/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/acme/pay?invoices=inv_1');
  });

  it('keeps the form after a decline, so that another card can be tried', async () => {
    const { user } = land(
      aPayment({
        state: 'requires_action',
        client_secret: 'cs_1',
        number: null,
        failure: { code: 'expired_card', message_key: null, message: 'do not show' },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The card has expired. Try another card. You were not charged.',
    );
    await user.type(await screen.findByLabelText('Card number'), '4242424242424242');
    await user.type(screen.getByLabelText('Expiry'), '1234');
    await user.type(screen.getByLabelText('Security code'), '123');
    expect(screen.getByLabelText('Country')).toHaveDisplayValue('Germany');
    const confirm = answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payments/pay_1/sync', aPayment());
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(confirm.bodies).toMatchObject([{ client_secret: 'cs_1' }]);
  });

  it('lets one finish or cancel what was started', async () => {
    const { user } = land(aPayment({ state: 'requires_action', client_secret: 'cs_1', number: null }));
    expect(await screen.findByText('This payment is not finished')).toBeVisible();
    expect(await screen.findByLabelText('Card number')).toBeVisible();
    const cancel = answer('post', '/portal/payments/pay_1/cancel', aPayment({ state: 'cancelled' }));
    answer('post', '/portal/payments/pay_1/sync', aPayment({ state: 'cancelled' }));
    await user.click(screen.getByRole('button', { name: 'Cancel this payment' }));
    await waitFor(() => expect(cancel.calls).toHaveLength(1));
    expect(await screen.findByText('The payment was cancelled')).toBeVisible();
  });

  it('does not call it failed when nobody knows', async () => {
    answerHome();
    answer('post', '/portal/payments/pay_1/sync', HttpResponse.error());
    renderPortal('/acme/pay/pay_1');
    expect(await screen.findByText('No connection')).toBeVisible();
    expect(screen.getByText(/not known yet/)).toBeVisible();
  });
});
