import { answer, expectAccessible, problem } from '@portico/testing';
import { aHome, aPaymentMethod, aPaymentOption, EVERYTHING } from '@portico/testing/portal';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../../app/render-portal';

const CARD = aPaymentOption({ can_keep_method: true });
const DEBIT = aPaymentOption({ can_keep_method: true, method: 'bank_debit', mandate: 'You authorise Acme.' });
const OLD = aPaymentMethod({ id: 'pm_2', last4: '4444', expiry: { year: 2020, month: 1 }, is_default: false });
const ACCOUNT = aPaymentMethod({
  id: 'pm_3',
  method: 'bank_debit',
  brand: 'sepa_debit',
  last4: '3000',
  expiry: null,
  is_default: false,
});
const SETUP = { setup_id: 'seti_1', client_secret: 'seti_1_secret_2' };

function keeps(data = [aPaymentMethod()], options = [CARD]) {
  return answer('get', '/portal/payment-methods', { data, options });
}

function open(data = [aPaymentMethod()], options = [CARD]) {
  answerHome();
  keeps(data, options);
  return renderPortal('/acme/account/cards');
}

async function fillCard(user: UserEvent, number = '4242424242424242') {
  await user.type(await screen.findByLabelText('Card number'), number);
  await user.type(screen.getByLabelText('Expiry'), '1234');
  await user.type(screen.getByLabelText('Security code'), '123');
  await user.selectOptions(screen.getByLabelText('Country'), 'DE');
}

const save = () => screen.getByRole('button', { name: 'Save' });
const patched = (answered: object | Response = aPaymentMethod(), status = 200) =>
  answer('patch', '/portal/payment-methods/pm_1', answered, status);

describe('cards and accounts', () => {
  it('tell what each is, and which is the default', async () => {
    open([aPaymentMethod(), OLD, ACCOUNT]);
    await screen.findByRole('heading', { name: 'Cards and accounts' });
    const [first, second, third] = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(first).toHaveTextContent('Visa •••• 4242, expires 12/2099Default');
    expect(second).toHaveTextContent('Visa •••• 4444 Expired');
    expect(third).toHaveTextContent('SEPA •••• 3000');
    expect(screen.queryByRole('button', { name: 'Make default: •••• 4444' })).toBeNull();
    expect(await screen.findByRole('link', { name: 'Cards and accounts' })).toBeVisible();
    await expectAccessible();
  });

  it('can take the default’s place', async () => {
    const { user } = open([aPaymentMethod(), ACCOUNT]);
    const button = await screen.findByRole('button', { name: 'Make default: •••• 3000' });
    const preferred = answer('patch', '/portal/payment-methods/pm_3', problem(502, 'gateway_unavailable'));
    await user.click(button);
    expect(await screen.findByText('Nothing was changed')).toBeVisible();
    answer('patch', '/portal/payment-methods/pm_3', { ...ACCOUNT, is_default: true });
    keeps([{ ...ACCOUNT, is_default: true }, aPaymentMethod({ is_default: false })]);
    await user.click(button);
    expect(await screen.findByRole('button', { name: 'Make default: •••• 4242' })).toBeVisible();
    expect(preferred.bodies).toEqual([{ is_default: true }]);
  });

  it('have no page of their own to be led to where nothing can be kept, or nobody may pay', async () => {
    answerHome(aHome({ allowed_actions: EVERYTHING.filter((action) => action !== 'pay_invoices') }));
    answer('get', '/portal/contact-persons', { data: [], next_cursor: null });
    renderPortal('/acme/account/people');
    expect(await screen.findByRole('link', { name: 'Security' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Cards and accounts' })).toBeNull();
  });
});

describe('changing what is kept', () => {
  it('sends what was changed, and names a wrong expiry', async () => {
    const { user } = open([aPaymentMethod({ address: { street: '1 Main Street', country: 'DE' } })]);
    await user.click(await screen.findByRole('button', { name: 'Edit: •••• 4242' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit Visa •••• 4242' });
    await user.selectOptions(within(dialog).getByLabelText('Expiry month'), '05');
    await user.type(within(dialog).getByLabelText('City'), 'Berlin');
    await expectAccessible();
    patched(problem(422, 'validation_failed', [{ pointer: '/expiry', code: 'expiry', detail: 'no' }]));
    await user.click(save());
    expect(await screen.findByText('Choose a month that is not over.')).toBeVisible();
    patched(problem(402, 'payment_declined', [{ pointer: '', code: 'expired_card', detail: 'no' }]));
    await user.click(save());
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed');
    const sent = patched();
    keeps([aPaymentMethod({ expiry: { year: 2099, month: 5 } })]);
    await user.click(save());
    expect(await screen.findByText(/expires/)).toHaveTextContent('Visa •••• 4242, expires 05/2099');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.bodies).toEqual([
      {
        expiry: { year: 2099, month: 5 },
        address: { street: '1 Main Street', zip: null, city: 'Berlin', country: 'DE' },
      },
    ]);
  });

  it('asks no expiry of an account', async () => {
    const { user } = open([ACCOUNT]);
    await user.click(await screen.findByRole('button', { name: 'Edit: •••• 3000' }));
    expect(await screen.findByLabelText('Street')).toBeVisible();
    expect(screen.queryByLabelText('Expiry month')).toBeNull();
  });

  it('removes it once one is sure, and says when it could not', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Remove: •••• 4242' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove Visa •••• 4242?' });
    await expectAccessible();
    answer('delete', '/portal/payment-methods/pm_1', problem(502, 'gateway_unavailable'));
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('It is still saved')).toBeVisible();
    const removed = answer('delete', '/portal/payment-methods/pm_1', undefined);
    keeps([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('Nothing is saved')).toBeVisible();
    expect(removed.calls).toHaveLength(1);
  });
});

describe('adding', () => {
  it('has the gateway take a card, whose bank may ask, and saves it', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Add a card' }));
    await fillCard(user, '4000002760003184');
    await expectAccessible();
    const begun = answer('post', '/portal/payment-methods/setups', SETUP, 201);
    const confirm = answer('post', '/public/gateways/sandbox/confirm', {
      status: 'requires_action',
      decline_code: null,
    });
    const bank = answer('post', '/public/gateways/sandbox/challenge', { status: 'succeeded', decline_code: null });
    const saved = answer('post', '/portal/payment-methods', aPaymentMethod(), 201);
    keeps();
    await user.click(save());
    await user.click(await screen.findByRole('button', { name: 'Yes, it is me' }));
    expect(await screen.findByText('Saved. You can pay with it from now on.')).toBeVisible();
    expect(screen.getByText(/expires/)).toBeVisible();
    expect(begun.bodies).toEqual([{ gateway: 'sandbox', method: 'card', mandate_accepted: false }]);
    expect(confirm.bodies).toMatchObject([{ client_secret: 'seti_1_secret_2' }]);
    expect(bank.bodies).toEqual([{ client_secret: 'seti_1_secret_2', approved: true }]);
    expect(saved.bodies).toEqual([{ gateway: 'sandbox', setup_id: 'seti_1', mandate_accepted: false }]);
  });

  it('saves an account once the mandate is agreed to', async () => {
    const { user } = open([], [CARD, DEBIT]);
    await user.click(await screen.findByRole('button', { name: 'Add a card or an account' }));
    await user.click(await screen.findByRole('radio', { name: 'Bank debit' }));
    await user.type(await screen.findByLabelText('IBAN, or routing and account number'), 'DE89370400440532013000');
    const begun = answer('post', '/portal/payment-methods/setups', SETUP, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payment-methods', ACCOUNT, 201);
    await user.click(save());
    expect(await screen.findByText('Agree to the mandate to pay by bank debit.')).toBeVisible();
    expect(begun.calls).toHaveLength(0);
    await user.click(screen.getByLabelText('I agree to this mandate'));
    keeps([ACCOUNT]);
    await user.click(save());
    expect(await screen.findByText('SEPA •••• 3000')).toBeVisible();
    expect(begun.bodies).toEqual([{ gateway: 'sandbox', method: 'bank_debit', mandate_accepted: true }]);
  });

  it('begins again after a decline', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Add a card' }));
    await fillCard(user, '4000000000000002');
    const begun = answer('post', '/portal/payment-methods/setups', SETUP, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'requires_payment_method', decline_code: 'x' });
    answer('post', '/portal/payment-methods', problem(409, 'not_allowed_in_state'));
    await user.click(save());
    expect(await screen.findByText(/It was not accepted. Check what you entered/)).toBeVisible();
    expect(screen.getByLabelText('Card number')).toBeEnabled();
    await user.click(save());
    await waitFor(() => expect(begun.calls).toHaveLength(2));
  });

  it('only saves again when nobody answered', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Add a card' }));
    await fillCard(user);
    const begun = answer('post', '/portal/payment-methods/setups', SETUP, 201);
    answer('post', '/public/gateways/sandbox/confirm', { status: 'succeeded', decline_code: null });
    answer('post', '/portal/payment-methods', problem(502, 'gateway_unavailable'));
    await user.click(save());
    expect(await screen.findByText(/The payment provider does not answer. Try again/)).toBeVisible();
    expect(screen.getByLabelText('Card number')).toBeDisabled();
    const saved = answer('post', '/portal/payment-methods', aPaymentMethod(), 201);
    keeps();
    await user.click(save());
    expect(await screen.findByText('Saved. You can pay with it from now on.')).toBeVisible();
    expect(begun.calls).toHaveLength(1);
    expect(saved.bodies).toMatchObject([{ setup_id: 'seti_1' }]);
  });

  it('may be refused from the start', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Add a card' }));
    await fillCard(user);
    answer('post', '/portal/payment-methods/setups', problem(402, 'payment_declined'));
    await user.click(save());
    expect(await screen.findByText('Nothing was saved')).toBeVisible();
    expect(screen.getByLabelText('Card number')).toBeEnabled();
  });
});
