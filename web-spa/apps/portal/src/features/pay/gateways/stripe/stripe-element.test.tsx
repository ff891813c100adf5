import { answer } from '@portico/testing';
import { anInvoice, aPayment, aPaymentMethod, aPaymentOption } from '@portico/testing/portal';
import { loadStripe } from '@stripe/stripe-js/pure';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerHome, renderPortal } from '../../../../app/render-portal';

vi.mock('@stripe/stripe-js/pure', () => ({ loadStripe: vi.fn() }));

type Listener = (event: { complete: boolean }) => void;

/** Stripe's script, as far as it is used here. */
function aStripe() {
  const listeners = new Map<string, Listener>();
  const payment = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    mount: vi.fn(),
    update: vi.fn(),
    destroy: vi.fn(),
  };
  const elements = {
    create: vi.fn(() => payment),
    update: vi.fn(),
    submit: vi.fn(async () => ({})),
  };
  const stripe = {
    elements: vi.fn(() => elements),
    confirmPayment: vi.fn(async () => ({})),
    confirmSetup: vi.fn(async () => ({})),
    handleNextAction: vi.fn(),
  };
  const tell = (name: string, complete = false) => act(async () => listeners.get(name)?.({ complete }));
  return { stripe, elements, payment, tell };
}

const started = aPayment({
  id: 'pay_7',
  number: null,
  state: 'requires_action',
  gateway: 'stripe',
  client_secret: 'pi_7_secret_x',
  method: null,
});

function offer(method: 'card' | 'bank_debit' = 'card', publicKey: string | null = 'pk_test_1') {
  const option = aPaymentOption({ gateway: 'stripe', method, public_key: publicKey });
  answerHome();
  answer('get', '/portal/invoices/inv_1', anInvoice({ payment_options: [option] }));
}

describe("Stripe's form", () => {
  const load = vi.mocked(loadStripe);
  let fake: ReturnType<typeof aStripe>;

  beforeEach(() => {
    fake = aStripe();
    load.mockReset();
    load.mockResolvedValue(fake.stripe as never);
  });

  it('is for the amount due, in the page’s language, and pays with the intent of our server', async () => {
    offer();
    answer('post', '/portal/payments', started, 201);
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await waitFor(() => expect(fake.payment.mount).toHaveBeenCalled());
    expect(load).toHaveBeenCalledWith('pk_test_1');
    expect(fake.stripe.elements).toHaveBeenCalledWith(
      expect.objectContaining({
        mode: 'payment',
        amount: 11_900,
        currency: 'eur',
        allowedPaymentMethodTypes: ['card'],
        locale: 'en',
      }),
    );
    await fake.tell('ready');
    await fake.tell('change', true);
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await screen.findByText(/Thank you/);
    expect(fake.stripe.confirmPayment).toHaveBeenCalledWith(
      expect.objectContaining({ clientSecret: 'pi_7_secret_x', redirect: 'if_required' }),
    );
    expect(fake.payment.destroy).toHaveBeenCalled();
  });

  it('says what is missing, and starts no payment', async () => {
    offer();
    const start = answer('post', '/portal/payments', started, 201);
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await waitFor(() => expect(fake.payment.mount).toHaveBeenCalled());
    await fake.tell('ready');
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(fake.elements.submit).toHaveBeenCalled();
    expect(start.calls).toHaveLength(0);
  });

  it('asks for a bank account in the euro area where the invoice is in euros', async () => {
    offer('bank_debit');
    renderPortal('/acme/pay?invoices=inv_1');
    await waitFor(() => expect(fake.stripe.elements).toHaveBeenCalled());
    expect(fake.stripe.elements).toHaveBeenCalledWith(
      expect.objectContaining({ allowedPaymentMethodTypes: ['sepa_debit'] }),
    );
  });

  it('is told when what pays is to be kept', async () => {
    const option = aPaymentOption({ gateway: 'stripe', public_key: 'pk_test_1', can_keep_method: true });
    answerHome();
    answer('get', '/portal/invoices/inv_1', anInvoice({ payment_options: [option] }));
    const { user } = renderPortal('/acme/pay?invoices=inv_1');
    await waitFor(() => expect(fake.payment.mount).toHaveBeenCalled());
    expect(fake.stripe.elements).toHaveBeenCalledWith(expect.objectContaining({ setupFutureUsage: null }));
    await fake.tell('ready');
    await user.click(screen.getByRole('checkbox', { name: 'Save this card for later' }));
    expect(fake.elements.update).toHaveBeenLastCalledWith({ setupFutureUsage: 'off_session' });
  });

  it('is for the intent itself where the payment was begun before', async () => {
    answerHome();
    answer('get', '/portal/invoices/inv_1', anInvoice());
    answer('post', '/portal/payments/pay_7/sync', { ...started, public_key: 'pk_test_1' });
    renderPortal('/acme/pay/pay_7');
    await waitFor(() => expect(fake.payment.mount).toHaveBeenCalled());
    expect(fake.stripe.elements).toHaveBeenCalledWith(expect.objectContaining({ clientSecret: 'pi_7_secret_x' }));
    await fake.tell('ready');
    expect(fake.elements.update).not.toHaveBeenCalledWith(expect.objectContaining({ amount: expect.anything() }));
  });

  it('takes a card that is only kept', async () => {
    const option = aPaymentOption({ gateway: 'stripe', public_key: 'pk_test_1', can_keep_method: true });
    answerHome();
    answer('get', '/portal/payment-methods', { data: [], options: [option] });
    answer('post', '/portal/payment-methods/setups', { setup_id: 'seti_1', client_secret: 'seti_1_secret' }, 201);
    answer('post', '/portal/payment-methods', aPaymentMethod({ gateway: 'stripe' }), 201);
    const { user } = renderPortal('/acme/account/cards');
    await user.click(await screen.findByRole('button', { name: 'Add a card' }));
    await waitFor(() => expect(fake.payment.mount).toHaveBeenCalled());
    expect(fake.stripe.elements).toHaveBeenCalledWith(
      expect.objectContaining({ mode: 'setup', currency: 'eur', allowedPaymentMethodTypes: ['card'] }),
    );
    await fake.tell('ready');
    await fake.tell('change', true);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Saved/)).toBeVisible();
    expect(fake.stripe.confirmSetup).toHaveBeenCalledWith(
      expect.objectContaining({ clientSecret: 'seti_1_secret', redirect: 'if_required' }),
    );
    expect(fake.stripe.confirmPayment).not.toHaveBeenCalled();
  });

  it('has the bank ask about a kept card', async () => {
    answerHome();
    answer('get', '/portal/invoices/inv_1', anInvoice());
    answer('post', '/portal/payments/pay_7/sync', { ...started, public_key: 'pk_test_1', challenged: true });
    const { user } = renderPortal('/acme/pay/pay_7');
    const go = await screen.findByRole('button', { name: 'Continue to your bank' });
    answer('post', '/portal/payments/pay_7/sync', aPayment({ id: 'pay_7' }));
    await user.click(go);
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(load).toHaveBeenCalledWith('pk_test_1');
    expect(fake.stripe.handleNextAction).toHaveBeenCalledWith({ clientSecret: 'pi_7_secret_x' });
  });

  it('says so when it cannot be loaded', async () => {
    offer();
    load.mockRejectedValue(new Error('Failed to load Stripe.js'));
    renderPortal('/acme/pay?invoices=inv_1');
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
  });

  it('is not loaded without a key', async () => {
    offer('card', null);
    renderPortal('/acme/pay?invoices=inv_1');
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
    expect(load).not.toHaveBeenCalled();
  });
});
