import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { gateway, page } from '../../../testing/makers';
import { openOffice } from '../../../testing/mount';

const WEBHOOKS = 'https://portico.example/api/v1/public/gateways/stripe/org_1/webhooks';
const SAVING = /^Customers may have their cards and accounts saved/;
const unconnected = gateway({
  kind: 'stripe',
  name: 'Stripe',
  connected: false,
  enabled: false,
  test_mode: false,
  webhook_url: WEBHOOKS,
});
const connected = { ...unconnected, connected: true, test_mode: true, public_key: 'pk_test_1' };

beforeEach(() => answer('get', '/bank-accounts', page()));

it('connects a gateway, and keeps no secret in the form', async () => {
  answer('get', '/gateways', { data: [gateway(), unconnected] });
  const { user } = openOffice('/settings/gateways');
  expect(await screen.findByText('Not connected')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stripe' }));
  expect(await screen.findByDisplayValue(WEBHOOKS)).toBeVisible();
  expect(screen.queryByRole('switch', { name: SAVING })).toBeNull();
  await expectAccessible();
  const patched = answer('patch', '/gateways/stripe', connected);
  await user.type(screen.getByLabelText('Publishable key'), 'pk_test_1');
  await user.type(screen.getByLabelText('Secret key'), 'sk_test_1');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Enter all three')).toBeVisible();
  await user.type(screen.getByLabelText('Signing secret of the webhook'), 'whsec_1');
  await user.click(screen.getByRole('switch', { name: 'Offer this to customers' }));
  await user.type(screen.getByLabelText('Least amount in EUR'), '5');
  await user.click(screen.getByRole('checkbox', { name: 'Postal code' }));
  answer('get', '/gateways', { data: [gateway(), connected] });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Test connection' })).toBeVisible();
  expect(patched.bodies).toEqual([
    {
      credentials: { public_key: 'pk_test_1', secret_key: 'sk_test_1', webhook_key: 'whsec_1', test_mode: null },
      enabled: true,
      methods: ['card'],
      currencies: [],
      verification_fields: ['zip'],
      minimum_amounts: [{ amount: 500, currency: 'EUR' }],
    },
  ]);
  expect(screen.getByLabelText('Secret key')).toHaveValue('');
});

it('tells good credentials from bad ones, and disconnects', async () => {
  answer('get', '/gateways', { data: [connected] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Stripe' }));
  const checked_at = '2026-11-20T10:00:00Z';
  const bad = { ...connected, checked_at, check_failure: { code: 'CP3002', remedy: 'Enter them again.' } };
  const checked = answer('post', '/gateways/stripe/check', bad);
  answer('get', '/gateways', { data: [bad] });
  await user.click(await screen.findByRole('button', { name: 'Test connection' }));
  expect(await screen.findByText(/does not accept the credentials/)).toBeVisible();
  expect(screen.getByText('CP3002')).toBeVisible();
  expect(checked.calls).toHaveLength(1);
  const gone = answer('delete', '/gateways/stripe', null, 204);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const ask = within(await screen.findByRole('dialog', { name: 'Disconnect Stripe?' }));
  await user.click(ask.getByRole('button', { name: 'Delete' }));
  await expect.poll(() => gone.calls.length).toBe(1);
});

it('has cards and accounts saved or not, and says what switching it off means', async () => {
  const keeping = { ...connected, can_store_methods: true, store_methods: true };
  answer('get', '/gateways', { data: [keeping] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Stripe' }));
  const choice = await screen.findByRole('switch', { name: SAVING });
  expect(choice).toBeChecked();
  expect(screen.getByText(/what is saved already is charged no more/)).toBeVisible();
  await expectAccessible();
  const patched = answer('patch', '/gateways/stripe', { ...keeping, store_methods: false });
  await user.click(choice);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect.poll(() => patched.bodies).toMatchObject([{ store_methods: false }]);
});

it('refuses a least amount that is finer than its currency', async () => {
  const minimum_amounts = [{ amount: 700, currency: 'JPY' }];
  answer('get', '/gateways', { data: [{ ...connected, minimum_amounts }] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Stripe' }));
  await user.type(await screen.findByLabelText('Least amount in EUR'), '10.505');
  await user.type(screen.getByLabelText('Least amount in JPY'), '.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Use at most 2 decimals.')).toBeVisible();
  expect(screen.getByText('Use whole numbers, without decimals.')).toBeVisible();
});

it('names the field that the server refuses', async () => {
  answer('get', '/gateways', { data: [unconnected] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Stripe' }));
  answer(
    'patch',
    '/gateways/stripe',
    problem(422, 'validation_failed', [
      { pointer: '/credentials/secret_key', code: 'invalid', detail: 'must belong to the publishable one' },
    ]),
  );
  await user.type(await screen.findByLabelText('Publishable key'), 'pk_test_1');
  await user.type(screen.getByLabelText('Secret key'), 'sk_live_1');
  await user.type(screen.getByLabelText('Signing secret of the webhook'), 'whsec_1');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('must belong to the publishable one')).toBeVisible();
});

it('asks for all of the credentials when one changes, and for a method', async () => {
  answer('get', '/gateways', { data: [connected] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Stripe' }));
  expect(await screen.findByRole('button', { name: 'Test connection' })).toBeEnabled();
  await user.type(screen.getByLabelText('Publishable key'), '2');
  expect(screen.getByRole('button', { name: 'Test connection' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Card' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findAllByText('Enter all three')).toHaveLength(2);
  expect(screen.getByText('Choose at least one')).toBeVisible();
});
