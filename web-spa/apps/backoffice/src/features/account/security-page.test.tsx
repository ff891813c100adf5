import { answer, expectAccessible, problem } from '@portico/testing';
import { TWO_SESSIONS } from '@portico/testing/portal';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const NO_APP = { enabled: false, required: false, recovery_codes_left: 0 };

it('sets up an authenticator app and ends other sessions', async () => {
  answer('get', '/me/mfa', NO_APP);
  answer('get', '/me/sessions', TWO_SESSIONS);
  const { user } = openOffice('/account/security');
  expect(await screen.findByText('Firefox on Linux')).toBeVisible();
  await expectAccessible();
  const ended = answer('post', '/me/sessions/end-others', undefined);
  answer('get', '/me/sessions', { data: TWO_SESSIONS.data.slice(0, 1) });
  await user.click(screen.getByRole('button', { name: 'Sign out on all other devices' }));
  expect(await screen.findByText('You are signed in on this device only.')).toBeVisible();
  expect(ended.calls).toHaveLength(1);

  answer('post', '/me/mfa', { secret: 'JBSWY3DP', otpauth_url: 'otpauth://totp/x', qr_svg: '<svg/>' });
  answer('post', '/me/mfa/confirm', { codes: ['k7dm2-x9qpa'] });
  await user.click(screen.getByRole('button', { name: 'Set up' }));
  await user.type(await screen.findByLabelText('Your password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.type(await screen.findByLabelText('Code from your authenticator app'), '123456');
  await user.click(screen.getByRole('button', { name: 'Turn on' }));
  expect(await screen.findByText('k7dm2-x9qpa')).toBeVisible();
  answer('get', '/me/mfa', { enabled: true, required: true, recovery_codes_left: 10 });
  await user.click(screen.getByRole('button', { name: 'I have kept them' }));
  expect(await screen.findByText(/cannot be turned off/)).toBeVisible();
});

it('demands it before anything else, then goes on', async () => {
  const { user, url } = openOffice('/payments?state=failed', { mfa_setup_required: true });
  expect(await screen.findByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible();
  await expectAccessible();
  answer('post', '/me/mfa', { secret: 'JBSWY3DP', otpauth_url: 'otpauth://totp/x', qr_svg: '<svg/>' });
  answer('post', '/me/mfa/confirm', { codes: ['k7dm2-x9qpa'] });
  answer('get', '/payments', page());
  await user.type(await screen.findByLabelText('Your password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.type(await screen.findByLabelText('Code from your authenticator app'), '123456');
  await user.click(screen.getByRole('button', { name: 'Turn on' }));
  await user.click(await screen.findByRole('button', { name: 'I have kept them' }));
  expect(await screen.findByText('Nothing matches')).toBeVisible();
  expect(url()).toBe('/office/payments?state=failed');
});

it('demands it when any answer says so', async () => {
  answer('get', '/payments', problem(403, 'mfa_setup_required'));
  const { url } = openOffice('/payments');
  expect(await screen.findByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible();
  expect(url()).toBe('/office/authenticator?to=%2Fpayments');
});
