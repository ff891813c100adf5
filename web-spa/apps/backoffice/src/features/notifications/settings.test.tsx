import { answer, expectAccessible, problem } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openOffice } from '../../testing/mount';

const kinds = (by_email: boolean) => [{ kind: 'invoice_viewed', in_app: true, by_email }];
const settings = { notify_staff_in_app: true, notify_staff_by_email: true, kinds: kinds(true) };
const MAIL = 'An invoice is seen for the first time: By e-mail';

it('keeps what the organization tells, choice by choice', async () => {
  answer('get', '/notification-settings', settings);
  const { user } = openOffice('/settings/notifications');
  const box = await screen.findByRole('checkbox', { name: MAIL });
  expect(box).toBeChecked();
  await expectAccessible();
  const changed = answer('patch', '/notification-settings', { ...settings, kinds: kinds(false) });
  await user.click(box);
  await expect.poll(() => screen.getByRole('checkbox', { name: MAIL })).not.toBeChecked();
  expect(changed.bodies).toEqual([{ kinds: [{ kind: 'invoice_viewed', by_email: false }] }]);

  answer('patch', '/notification-settings', { ...settings, notify_staff_by_email: false });
  await user.click(screen.getByRole('switch', { name: /^Tell staff by e-mail/ }));
  await expect.poll(() => screen.getByRole('checkbox', { name: MAIL })).toBeDisabled();
});

it('lets only those change it who may, and says why something failed', async () => {
  answer('get', '/notification-settings', settings);
  openOffice('/settings/notifications', { permissions: [] });
  expect(await screen.findByRole('checkbox', { name: MAIL })).toBeDisabled();
  expect(screen.getByRole('switch', { name: /^Tell staff here/ })).toBeDisabled();
});

it('keeps what a member wants, of what is offered', async () => {
  const own = { ...kinds(true)[0], offered_in_app: false, offered_by_email: true };
  answer('get', '/me/notification-settings', { kinds: [own] });
  const { user } = openOffice('/account/notifications');
  const box = await screen.findByRole('checkbox', { name: MAIL });
  expect(screen.getByRole('checkbox', { name: 'An invoice is seen for the first time: Here' })).toBeDisabled();
  await expectAccessible();
  const changed = answer('patch', '/me/notification-settings', { kinds: [{ ...own, by_email: false }] });
  await user.click(box);
  await expect.poll(() => screen.getByRole('checkbox', { name: MAIL })).not.toBeChecked();
  expect(changed.bodies).toEqual([{ kinds: [{ kind: 'invoice_viewed', by_email: false }] }]);
});

it('says what to do when it cannot be loaded', async () => {
  answer('get', '/me/notification-settings', problem(500, 'internal'));
  openOffice('/account/notifications');
  expect(await screen.findByRole('alert')).toHaveTextContent('req_test');
});
