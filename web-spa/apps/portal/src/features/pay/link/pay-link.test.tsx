import type { LinkDetails } from '@portico/api/portal';
import { answer, expectAccessible, problem } from '@portico/testing';
import { aPayment, aPaymentOption, aPortal, euro } from '@portico/testing/portal';
import { cleanup, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderPortal } from '../../../app/render-portal';
import { leaveTo } from '../leave-to';
import { leftLink } from './left-link';

vi.mock('../leave-to');

const LINK = '/public/payment-links/tok';
const card = aPaymentOption();

function aLink(change: Partial<LinkDetails> = {}): LinkDetails {
  return {
    standing: 'open',
    expires_at: '2026-12-05T10:00:00Z',
    amount: euro(11_900),
    customer_name: 'Analytical Engines Ltd',
    invoice: { number: 'INV-000001', due_date: '2026-12-01', total: euro(11_900), balance: euro(11_900) },
    description: null,
    payment_options: [card],
    payment_instructions: null,
    payment: null,
    organization_email: 'billing@acme.example',
    organization_phone: null,
    ...change,
  };
}

function open(link: LinkDetails | null = aLink(), path = '/acme/pay-link/tok', portal = aPortal()) {
  answer('get', LINK, { organization_name: 'Acme Studio', verification_required: link === null, link });
  answer('post', `${LINK}/view`, undefined, 204);
  return renderPortal(path, { session: null, portal });
}

async function fillCard(user: UserEvent) {
  await user.type(await screen.findByLabelText('Card number'), '4242424242424242');
  await user.type(screen.getByLabelText('Expiry'), '1234');
  await user.type(screen.getByLabelText('Security code'), '123');
  await user.type(screen.getByLabelText('Name on the card'), 'Ada');
  await user.selectOptions(screen.getByLabelText('Country'), 'DE');
}

const started = aPayment({ id: 'pay_7', number: null, state: 'requires_action', client_secret: 'cs_7', method: null });

describe('the page of a payment link', () => {
  it('is paid without signing in; how much, the server says', async () => {
    const start = answer('post', `${LINK}/payments`, started, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', `${LINK}/payments/pay_7/sync`, aPayment({ id: 'pay_7' }));
    const { user, url } = open();
    await fillCard(user);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText(/Thank you/)).toHaveTextContent('Thank you, €119.00 received');
    expect(url()).toBe('/acme/pay-link/tok?payment=pay_7');
    expect(start.bodies).toEqual([{ gateway: 'sandbox', method: 'card', mandate_accepted: false }]);
    expect(start.calls[0]?.headers.get('Idempotency-Key')).toMatch(/^[\da-f]{32}$/);
    expect(start.calls[0]?.headers.get('Authorization')).toBeNull();
  });

  it('comes back from the provider’s own page to the link, which the provider never learns', async () => {
    const approval_url = 'https://paypal.example/agree';
    answer('post', `${LINK}/payments`, { ...started, gateway: 'paypal', client_secret: null, approval_url }, 201);
    const wallet = aPaymentOption({ gateway: 'paypal', method: 'wallet', test_mode: false });
    const { user } = open(aLink({ payment_options: [wallet] }));
    expect(await screen.findByText(/You are taken to PayPal/)).toBeVisible();
    expect(screen.queryByText(/What you enter here/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    await waitFor(() => expect(leaveTo).toHaveBeenCalledWith(approval_url));
    expect(leftLink('pay_7')).toBe('tok');
    cleanup();

    const sync = answer('post', `${LINK}/payments/pay_7/sync`, aPayment({ id: 'pay_7' }));
    const { url } = open(aLink({ standing: 'paid', payment_options: [] }), '/acme/pay-link/back/pay_7?token=order');
    expect(await screen.findByText(/Thank you/)).toHaveTextContent('Thank you, €119.00 received');
    expect(url()).toBe('/acme/pay-link/tok?payment=pay_7');
    expect(sync.calls).toHaveLength(1);
    expect(leftLink('pay_7')).toBeNull();
  });

  it('asks for the link again where the tab does not know it', async () => {
    open(aLink(), '/acme/pay-link/back/pay_8');
    expect(await screen.findByText('Open your payment link again')).toBeVisible();
    await expectAccessible();
  });

  it('does not pay another amount than the one on the button', async () => {
    answer('post', `${LINK}/payments`, { ...started, amount: euro(5_000) }, 201);
    const cancel = answer('post', `${LINK}/payments/pay_7/cancel`, aPayment({ state: 'cancelled' }));
    const { user } = open();
    await fillCard(user);
    answer('get', LINK, {
      organization_name: 'Acme Studio',
      verification_required: false,
      link: aLink({ amount: euro(5_000) }),
    });
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    expect(await screen.findByText('What is due has changed')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Pay €50.00' })).toBeVisible();
    expect(cancel.calls).toHaveLength(1);
  });

  it('says in plain words why a payment was refused before it began', async () => {
    const reason = [{ pointer: '/gateway', code: 'payment-below-minimum', detail: 'Amount below the minimum' }];
    answer('post', `${LINK}/payments`, problem(402, 'payment_declined', reason));
    const { user } = open();
    await fillCard(user);
    await user.click(screen.getByRole('button', { name: 'Pay €119.00' }));
    const said = await screen.findByRole('alert');
    expect(said).toHaveTextContent('The payment was not started');
    expect(said).toHaveTextContent('The amount is too small to be paid this way.');
    expect(said).not.toHaveTextContent('detail of');
  });

  it('survives a reload while the gateway is working', async () => {
    answer('post', `${LINK}/payments/pay_7/sync`, aPayment({ id: 'pay_7', state: 'pending', mode: 'direct_debit' }));
    open(aLink({ standing: 'processing', payment_options: [] }), '/acme/pay-link/tok?payment=pay_7');
    expect(await screen.findByText(/is being processed/)).toBeVisible();
    expect(screen.getByText(/Please do not pay again/)).toBeVisible();
  });

  it('tells what came of the last try and offers another', async () => {
    const failure = { code: 'expired_card', message: 'do not show' };
    answer('post', `${LINK}/payments/pay_7/sync`, { ...started, failure });
    open(aLink(), '/acme/pay-link/tok?payment=pay_7');
    expect(await screen.findByRole('alert')).toHaveTextContent('You were not charged.');
    expect(await screen.findByLabelText('Card number')).toBeVisible();
  });

  it.each([
    ['expired', 'This link has expired'],
    ['cancelled', 'This link was cancelled'],
    ['closed', 'This can no longer be paid here'],
    ['nothing_due', 'This has been paid already'],
    ['processing', 'The payment is being processed'],
    ['paid', 'Thank you, the payment was received'],
  ] as const)('says plainly that it is %s', async (standing, words) => {
    open(aLink({ standing, amount: null, customer_name: null, invoice: null, payment_options: [] }));
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByLabelText('Card number')).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('says that an unknown link opens nothing', async () => {
    answer('get', LINK, problem(404, 'not_found'));
    renderPortal('/acme/pay-link/tok', { session: null });
    expect(await screen.findByText('This link opens nothing')).toBeVisible();
  });

  it.each([
    ['before', aLink(), '/acme/pay-link/tok'],
    ['once paid', aLink({ standing: 'paid', payment_options: [] }), '/acme/pay-link/tok'],
    ['just paid', aLink({ standing: 'paid', payment_options: [] }), '/acme/pay-link/tok?payment=pay_7'],
  ])('offers to sign up, where one may: %s', async (_, link, path) => {
    answer('post', `${LINK}/payments/pay_7/sync`, aPayment({ id: 'pay_7' }));
    open(link, path, aPortal({ sign_up_allowed: true }));
    expect(await screen.findByText(/See all your invoices in one place/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'sign up' })).toHaveAttribute('href', '/acme/sign-up');
    await expectAccessible();
  });

  it('offers no sign-up where nobody may', async () => {
    open(aLink({ standing: 'paid', payment_options: [] }));
    expect(await screen.findByText(/Thank you/)).toBeVisible();
    expect(screen.queryByText(/See all your invoices/)).not.toBeInTheDocument();
  });

  it('asks for the code that was mailed, and sends the proof from then on', async () => {
    answer('post', `${LINK}/codes`, { sent_to: 'a•••@a•••.example', minutes: 10 });
    const wrong = [{ pointer: '/code', code: 'wrong', detail: 'is wrong' }];
    answer('post', `${LINK}/verify`, problem(422, 'validation_failed', wrong));
    const { user } = open(null);
    await user.click(await screen.findByRole('button', { name: 'Send me the code' }));
    expect(await screen.findByText('a•••@a•••.example')).toBeVisible();
    await user.type(screen.getByLabelText('Code from the mail'), '111111');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('This code is wrong. Check the newest mail.')).toBeVisible();
    await expectAccessible();
    answer('post', `${LINK}/verify`, { proof: 'sealed', expires_at: '2026-11-21T11:00:00Z' });
    const read = answer('get', LINK, { organization_name: 'Acme', verification_required: false, link: aLink() });
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('button', { name: 'Pay €119.00' })).toBeVisible();
    await waitFor(() => expect(read.calls.at(-1)?.headers.get('Payment-Link-Proof')).toBe('sealed'));
  });
});
