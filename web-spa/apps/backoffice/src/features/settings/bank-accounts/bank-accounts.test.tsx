import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { openOffice } from '../../../testing/mount';

const ACCOUNT = {
  id: 'bnk_1',
  currency: null,
  holder: 'Nordlicht GmbH',
  iban: 'DE89370400440532013000',
  bic: null,
  account_number: null,
  routing_number: null,
  bank_name: 'Commerzbank',
  note: null,
};

beforeEach(() => {
  answer('get', '/gateways', { data: [] });
  answer('get', '/bank-accounts', { data: [] });
});

it('adds an account, and names what is wrong with an IBAN', async () => {
  const { user } = openOffice('/settings/gateways');
  expect(await screen.findByText(/No bank account yet/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add bank account' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'New bank account' }));
  const errors = [{ pointer: '/iban', code: 'iban', detail: 'is no valid IBAN' }];
  answer('post', '/bank-accounts', problem(422, 'validation_failed', errors));
  await user.type(drawer.getByLabelText(/Account holder/), 'Nordlicht GmbH');
  await user.type(drawer.getByLabelText('IBAN'), 'DE89 3704 0044 0532 0103 00');
  await user.type(drawer.getByLabelText(/^Bank/), 'Commerzbank');
  await expectAccessible();
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await drawer.findByText('is no valid IBAN')).toBeVisible();
  const created = answer('post', '/bank-accounts', ACCOUNT, 201);
  answer('get', '/bank-accounts', { data: [ACCOUNT] });
  await user.clear(drawer.getByLabelText('IBAN'));
  await user.type(drawer.getByLabelText('IBAN'), 'DE89 3704 0044 0532 0130 00');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('DE89 3704 0044 0532 0130 00')).toBeVisible();
  expect(created.bodies).toMatchObject([{ currency: null, iban: 'DE89 3704 0044 0532 0130 00', bic: null }]);
});

it('changes and removes one', async () => {
  answer('get', '/bank-accounts', { data: [ACCOUNT] });
  const { user } = openOffice('/settings/gateways');
  await user.click(await screen.findByRole('button', { name: 'Commerzbank' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Edit bank account' }));
  const replaced = answer('put', '/bank-accounts/bnk_1', ACCOUNT);
  await user.type(drawer.getByLabelText(/Note for payers/), 'Thank you');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect.poll(() => replaced.bodies).toMatchObject([{ note: 'Thank you', holder: 'Nordlicht GmbH' }]);
  const removed = answer('delete', '/bank-accounts/bnk_1', undefined);
  await user.click(await screen.findByRole('button', { name: 'Commerzbank' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const asked = within(await screen.findByRole('dialog', { name: 'Remove the account at Commerzbank?' }));
  await user.click(asked.getByRole('button', { name: 'Delete' }));
  await expect.poll(() => removed.calls).toHaveLength(1);
});

it('shows accounts only to look at to who may not change them', async () => {
  answer('get', '/bank-accounts', { data: [ACCOUNT] });
  openOffice('/settings/gateways', { permissions: [] });
  expect(await screen.findByText('Commerzbank')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Commerzbank' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add bank account' })).toBeNull();
});
