import { answer, expectAccessible, problem } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { session } from '../../testing/makers';
import { openSignedOut } from '../../testing/mount';

const home = {
  receivables: [],
  recent_payments: [],
  overdue_invoices: [],
  counts: { customers: 1, invoices: 9, failed_mails: 0, unread_notifications: 0 },
};

it('leads to the sign-in and from there to the page that was asked for', async () => {
  const { user, url } = openSignedOut('/invoices?status=overdue');
  const sent = answer('post', '/auth/sign-in', session());
  answer('get', '/notifications/unread-count', { count: 0 });
  answer('get', '/invoices', { data: [], next_cursor: null, total: 0 });

  await user.type(await screen.findByLabelText('E-mail'), 'anna@nordlicht.example');
  await expectAccessible();
  await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');

  expect(await screen.findByText('No invoice is overdue.')).toBeVisible();
  expect(url()).toBe('/office/invoices?status=overdue');
  expect(sent.bodies).toEqual([{ email: 'anna@nordlicht.example', password: 'correct horse' }]);
});

it('says plainly when the password is wrong', async () => {
  const { user } = openSignedOut('/sign-in');
  answer('post', '/auth/sign-in', problem(401, 'invalid_credentials'));
  await user.type(await screen.findByLabelText('E-mail'), 'anna@nordlicht.example');
  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
});

it('asks for a code where one is needed', async () => {
  const { user, url } = openSignedOut('/sign-in');
  answer('post', '/auth/sign-in', problem(401, 'mfa_required'));
  await user.type(await screen.findByLabelText('E-mail'), 'anna@nordlicht.example');
  await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
  const code = await screen.findByLabelText('Code from your authenticator app');
  expect(screen.queryByRole('alert')).toBeNull();
  answer('post', '/auth/sign-in', problem(401, 'mfa_invalid'));
  await user.type(code, '000000{Enter}');
  expect(await screen.findByText(/This code is wrong or was used already/)).toBeVisible();
  await expectAccessible();
  const sent = answer('post', '/auth/sign-in', session());
  answer('get', '/notifications/unread-count', { count: 0 });
  answer('get', '/organization', {});
  answer('get', '/home', home);
  await user.clear(code);
  await user.type(code, '123456{Enter}');
  expect(await screen.findByRole('heading', { name: 'Nordlicht' })).toBeVisible();
  expect(sent.bodies).toEqual([{ email: 'anna@nordlicht.example', password: 'correct horse', code: '123456' }]);
  expect(url()).toBe('/office/');
});

it('sends a link for a forgotten password without telling whether the address is known', async () => {
  const { user } = openSignedOut('/sign-in');
  await user.click(await screen.findByRole('link', { name: 'Forgotten your password?' }));
  const asked = answer('post', '/public/password-resets', undefined);
  await user.type(await screen.findByLabelText('E-mail'), 'anna@nordlicht.example');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Send the link' }));
  expect(await screen.findByRole('status')).toHaveTextContent(/^If anna@nordlicht.example has an account here/);
  expect(asked.bodies).toEqual([{ email: 'anna@nordlicht.example' }]);
});

it('sets a new password by that link', async () => {
  answer('get', '/public/password-resets/tok', { email: 'anna@nordlicht.example' });
  const reset = answer('post', '/public/password-resets/tok', undefined);
  const { user, url } = openSignedOut('/reset-password/tok');
  await user.type(await screen.findByLabelText('New password'), 'copper lantern walks home');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Save the new password' }));
  expect(await screen.findByText('Your new password is set. Sign in with it.')).toBeVisible();
  expect(reset.bodies).toEqual([{ password: 'copper lantern walks home' }]);
  expect(url()).toBe('/office/sign-in?reset=true');
});

it.each([
  [410, 'link_expired', /has expired/],
  [410, 'link_used', /has been used already/],
  [404, 'not_found', /does not work/],
])('explains a link that answers %d %s', async (status, code, words) => {
  openSignedOut('/reset-password/old');
  answer('get', '/public/password-resets/old', problem(status, code));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
});

it('asks for the missing fields before it asks the server', async () => {
  const { user } = openSignedOut('/sign-in');
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findAllByText('Please fill this in')).toHaveLength(2);
});

it('signs up with the currency of the chosen country and shows the server’s word at its field', async () => {
  const { user, url } = openSignedOut('/sign-up');
  const refused = answer(
    'post',
    '/auth/sign-up',
    problem(422, 'validation_failed', [{ pointer: '/password', code: 'weak', detail: 'Too easy to guess' }]),
  );
  await user.type(await screen.findByLabelText('Organization'), 'Nordlicht');
  await user.type(screen.getByLabelText('Your name'), 'Anna Petersen');
  await user.type(screen.getByLabelText('E-mail'), 'anna@nordlicht.example');
  await user.type(screen.getByLabelText('Password'), 'nordlicht');
  expect(screen.getByText('Too weak')).toBeVisible();
  // Looked up by text: asking for roles is slow beside a list of all countries.
  await user.click(screen.getByDisplayValue('United States'));
  await user.keyboard('Switz{Enter}');
  await user.click(screen.getByText('Create organization'));
  expect(await screen.findByText('Too easy to guess')).toBeVisible();
  expect(refused.bodies[0]).toMatchObject({ country: 'CH', base_currency: 'CHF', language: 'en' });

  answer('post', '/auth/sign-up', session(), 201);
  answer('get', '/notifications/unread-count', { count: 0 });
  answer('get', '/organization', {});
  answer('get', '/home', home);
  await user.type(screen.getByLabelText('Password'), ' walks home at dusk');
  await user.click(screen.getByText('Create organization'));
  expect(await screen.findByRole('heading', { name: 'Nordlicht' })).toBeVisible();
  expect(url()).toBe('/office/');
});

it('accepts an invitation, and explains one that is over', async () => {
  const { user } = openSignedOut('/invitation/abc');
  answer('get', '/public/member-invitations/abc', {
    organization_name: 'Nordlicht',
    email: 'lea@nordlicht.example',
    name: 'Lea',
    role: 'staff',
    user_exists: false,
  });
  const accepted = answer('post', '/public/member-invitations/abc/accept', session());
  answer('get', '/notifications/unread-count', { count: 0 });
  answer('get', '/organization', {});
  answer('get', '/home', home);
  expect(await screen.findByText('Staff')).toBeVisible();
  await user.type(screen.getByLabelText('Choose a password'), 'copper lantern walks home');
  await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
  expect(await screen.findByRole('heading', { name: 'Nordlicht' })).toBeVisible();
  expect(accepted.bodies).toEqual([{ name: 'Lea', password: 'copper lantern walks home' }]);
});

it('explains an invitation that is over', async () => {
  openSignedOut('/invitation/old');
  answer('get', '/public/member-invitations/old', problem(410, 'invitation_expired'));
  expect(await screen.findByText(/no longer valid/)).toBeVisible();
});
