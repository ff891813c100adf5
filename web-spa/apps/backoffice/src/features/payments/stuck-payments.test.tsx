import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { page, payment } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const stuck = (over: object = {}) => ({
  payment: payment({ id: 'pay_9', number: null, state: 'pending', amount: eur(10_000) }),
  reason: 'gateway_silent',
  since: '2026-11-20T10:00:00Z',
  checked_at: '2026-11-20T11:00:00Z',
  answer: null,
  error: 'the gateway did not answer in time',
  taken: null,
  advice: 'Wait.',
  ...over,
});

it('says that all is well', async () => {
  answer('get', '/payments', page());
  answer('get', '/payments/stuck', { data: [] });
  const { user, url } = openOffice('/payments');
  await user.click(await screen.findByRole('link', { name: 'Reconciliation' }));
  expect(await screen.findByText('All is well')).toBeVisible();
  expect(url()).toBe('/office/payments/stuck');
  await expectAccessible();
});

it('asks the gateway now, and says when it is still silent', async () => {
  answer('get', '/payments/stuck', { data: [stuck()] });
  const { user } = openOffice('/payments/stuck');
  expect(await screen.findByText('The gateway does not answer')).toBeVisible();
  expect(screen.getByText('the gateway did not answer in time')).toBeVisible();
  expect(screen.getByText(/Nothing is lost/)).toBeVisible();
  await expectAccessible();
  const silent = answer('post', '/payments/pay_9/check', problem(502, 'gateway_unavailable'));
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  await expect.poll(() => silent.calls).toHaveLength(1);
  expect(screen.getByText('The gateway does not answer')).toBeVisible();
  answer('post', '/payments/pay_9/check', payment({ id: 'pay_9' }));
  answer('get', '/payments/stuck', { data: [] });
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  expect(await screen.findByText('All is well')).toBeVisible();
});

it('accepts another amount, but not another currency', async () => {
  answer('get', '/payments/stuck', { data: [stuck({ reason: 'amount_differs', taken: eur(9_000) })] });
  const { user } = openOffice('/payments/stuck');
  const accepted = answer('post', '/payments/pay_9/accept-difference', payment({ id: 'pay_9' }));
  const button = await screen.findByRole('button', { name: 'Accept what it took' });
  const taken = { amount: 9_000, currency: 'USD' };
  answer('get', '/payments/stuck', { data: [stuck({ reason: 'amount_differs', taken })] });
  await user.click(button);
  await expect.poll(() => accepted.calls).toHaveLength(1);
  expect(accepted.calls[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  await expect.poll(() => screen.getByText(/It was asked for/).textContent).toContain('$90.00');
  expect(screen.queryByRole('button', { name: 'Accept what it took' })).toBeNull();
});

it('rejects what was taken, once somebody has confirmed it', async () => {
  const taken = { amount: 9_000, currency: 'USD' };
  answer('get', '/payments/stuck', { data: [stuck({ reason: 'amount_differs', taken })] });
  const { user } = openOffice('/payments/stuck');
  await user.click(await screen.findByRole('button', { name: 'Reject it…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject what the gateway took?' }));
  await expectAccessible();
  const rejected = answer('post', '/payments/pay_9/reject-difference', payment({ id: 'pay_9', state: 'failed' }));
  answer('get', '/payments/stuck', { data: [] });
  await user.click(dialog.getByRole('button', { name: 'Reject it' }));
  expect(await screen.findByText('All is well')).toBeVisible();
  expect(rejected.calls[0]?.headers.get('Idempotency-Key')).toBeTruthy();
});

it('lets others only look', async () => {
  answer('get', '/payments/stuck', { data: [stuck({ reason: 'of_a_later_version' })] });
  openOffice('/payments/stuck', { permissions: [] });
  expect(await screen.findByText('Wait.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
});
