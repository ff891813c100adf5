import { answer, expectAccessible, problem } from '@portico/testing';
import { aBankTransfer, anInvoice } from '@portico/testing/portal';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

function open(change: Parameters<typeof aBankTransfer>[0] = {}) {
  answerHome();
  answer('get', '/portal/invoices/inv_t/bank-transfer', aBankTransfer(change));
  return renderPortal('/acme/invoices/inv_t/transfer');
}

it('tells where to send the money, to copy and to scan', async () => {
  const { user } = open();
  expect(await screen.findByText('DE89 3704 0044 0532 0130 00')).toBeVisible();
  expect(screen.getByText('€119.00')).toBeVisible();
  expect(screen.getByRole('img', { name: /QR code of this transfer/ })).toHaveAttribute(
    'src',
    expect.stringContaining('data:image/svg+xml'),
  );
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Copy IBAN' }));
  await expect.poll(() => navigator.clipboard.readText()).toBe('DE89370400440532013000');
  await user.click(screen.getByRole('button', { name: 'Copy Amount' }));
  await expect.poll(() => navigator.clipboard.readText()).toBe('119.00');
});

it('leaves out what the account does not have', async () => {
  open({ iban: null, qr_svg: null, account_number: '000123456789', routing_number: '110000000' });
  expect(await screen.findByText('110000000')).toBeVisible();
  expect(screen.queryByText('IBAN')).toBeNull();
  expect(screen.queryByRole('img')).toBeNull();
});

it('says to staff that it was transferred', async () => {
  const { user } = open();
  const announced = answer('post', '/portal/invoices/inv_t/transfer-notices', undefined);
  const button = await screen.findByRole('button', { name: 'I have transferred it' });
  answer('get', '/portal/invoices/inv_t/bank-transfer', aBankTransfer({ transferred_on: '2026-11-20' }));
  await user.type(screen.getByLabelText(/On which day/), '2026-11-20');
  await user.click(button);
  expect(await screen.findByText(/You told us that you transferred it on/)).toHaveTextContent('2026');
  expect(announced.bodies).toEqual([{ transferred_on: '2026-11-20' }]);
  await expectAccessible();
});

it('names a day that is yet to come', async () => {
  const { user } = open();
  answer(
    'post',
    '/portal/invoices/inv_t/transfer-notices',
    problem(422, 'validation_failed', [
      { pointer: '/transferred_on', code: 'range', detail: 'must not be in the future' },
    ]),
  );
  await user.click(await screen.findByRole('button', { name: 'I have transferred it' }));
  expect(await screen.findByLabelText(/On which day/)).toHaveAccessibleDescription('must not be in the future');
});

it('only shows the account to who may not pay', async () => {
  open({ can_announce: false });
  expect(await screen.findByText('Acme Studio GmbH')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'I have transferred it' })).toBeNull();
});

it('is offered on the invoice and beside paying online', async () => {
  answerHome();
  answer('get', '/portal/invoices/inv_t', anInvoice({ id: 'inv_t', bank_transfer: true }));
  answer('post', '/portal/invoices/inv_t/view', undefined);
  const { user, url } = renderPortal('/acme/invoices/inv_t');
  const link = await screen.findByRole('link', { name: 'Pay by bank transfer' });
  expect(link).toHaveAttribute('href', '/acme/invoices/inv_t/transfer');
  await user.click(screen.getByRole('link', { name: 'Pay now' }));
  answer('get', '/portal/invoices/inv_t/bank-transfer', aBankTransfer());
  await user.click(await screen.findByRole('link', { name: 'Pay by bank transfer instead' }));
  expect(await screen.findByText('DE89 3704 0044 0532 0130 00')).toBeVisible();
  expect(url()).toBe('/acme/invoices/inv_t/transfer');
});
