import { answer, expectAccessible, problem } from '@portico/testing';
import { aProfile, TWO_SESSIONS } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const NO_APP = { enabled: false, required: false, recovery_codes_left: 0 };

function answerSecurity(state = NO_APP) {
  answerHome();
  answer('get', '/portal/me/mfa', state);
  answer('get', '/portal/me/sessions', TWO_SESSIONS);
}

async function change(user: UserEvent) {
  await user.type(await screen.findByLabelText('Current password'), 'old one');
  await user.type(screen.getByLabelText('New password'), 'kupfer-lampe-rinnsal-42');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
}

describe('the account', () => {
  it('shows who one is', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile());
    renderPortal('/acme/account');
    expect(await screen.findByText('ada@example.org')).toBeVisible();
    expect(screen.getByLabelText('First name')).toHaveValue('Ada');
    await expectAccessible();
  });

  it('speaks the language one chooses, from right to left if need be', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile());
    const { user } = renderPortal('/acme/account/profile');
    await user.click(await screen.findByRole('button', { name: 'العربية' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'الحساب' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  it('signs out on the server', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile());
    const { user, url } = renderPortal('/acme/account/profile');
    const signOut = answer('post', '/portal/acme/auth/sign-out', undefined);
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByText('You are signed out.')).toBeVisible();
    expect(signOut.calls[0]?.headers.get('X-Portico-Csrf')).toBe('1');
    expect(url()).toBe('/acme/login?reason=signed_out');
  });

  it('changes the password', async () => {
    answerSecurity();
    const post = answer('post', '/portal/me/password', undefined);
    const { user } = renderPortal('/acme/account/security');
    await change(user);
    expect(await screen.findByText(/Your password is changed/)).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveValue(''));
    expect(post.bodies).toEqual([{ current_password: 'old one', new_password: 'kupfer-lampe-rinnsal-42' }]);
    await expectAccessible();
  });

  it('names a wrong current password', async () => {
    answerSecurity();
    answer('post', '/portal/me/password', problem(401, 'invalid_credentials'));
    const { user } = renderPortal('/acme/account/security');
    await change(user);
    expect(await screen.findByText('This is not your current password.')).toBeVisible();
  });

  it('sets up an authenticator app and shows the recovery codes once', async () => {
    answerSecurity();
    const { user } = renderPortal('/acme/account/security');
    await user.click(await screen.findByRole('button', { name: 'Set up' }));
    const begin = answer('post', '/portal/me/mfa', {
      secret: 'JBSWY3DPEHPK3PXP',
      otpauth_url: 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP',
      qr_svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    await user.type(await screen.findByLabelText('Your password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('img', { name: /QR code/ })).toHaveAttribute(
      'src',
      expect.stringContaining('%3Csvg'),
    );
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    expect(begin.bodies).toEqual([{ password: 'correct horse' }]);
    await expectAccessible();

    answer('post', '/portal/me/mfa/confirm', problem(401, 'mfa_invalid'));
    await user.type(screen.getByLabelText('Code from your authenticator app'), '000000');
    await user.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(await screen.findByText(/This code is wrong or was used already/)).toBeVisible();

    const confirm = answer('post', '/portal/me/mfa/confirm', { codes: ['k7dm2-x9qpa', 'aaaaa-bbbbb'] });
    await user.clear(screen.getByLabelText('Code from your authenticator app'));
    await user.type(screen.getByLabelText('Code from your authenticator app'), '123456');
    await user.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(await screen.findByText('k7dm2-x9qpa')).toBeVisible();
    expect(confirm.bodies).toEqual([{ code: '123456' }]);
    await expectAccessible();

    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('k7dm2-x9qpa\naaaaa-bbbbb');
    answer('get', '/portal/me/mfa', { enabled: true, required: false, recovery_codes_left: 10 });
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByText(/You have 10 recovery codes left/)).toBeVisible();
    expect(screen.queryByText('k7dm2-x9qpa')).toBeNull();
  });

  it('renews the recovery codes and turns the app off, with the password each time', async () => {
    answerSecurity({ enabled: true, required: false, recovery_codes_left: 1 });
    const { user } = renderPortal('/acme/account/security');
    expect(await screen.findByText(/You have one recovery code left/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New recovery codes' }));
    const renew = answer('post', '/portal/me/mfa/recovery-codes', problem(401, 'invalid_credentials'));
    await user.type(screen.getByLabelText('Your password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Make new recovery codes' }));
    expect(await screen.findByText('This is not your current password.')).toBeVisible();
    expect(renew.calls).toHaveLength(1);
    answer('post', '/portal/me/mfa/recovery-codes', { codes: ['ccccc-ddddd'] });
    await user.click(screen.getByRole('button', { name: 'Make new recovery codes' }));
    expect(await screen.findByText('ccccc-ddddd')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));

    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    const disable = answer('post', '/portal/me/mfa/disable', undefined);
    answer('get', '/portal/me/mfa', NO_APP);
    await user.type(screen.getByLabelText('Your password'), 'correct horse');
    await user.type(screen.getByLabelText('Code from your authenticator app'), '123456');
    await user.click(screen.getByRole('button', { name: 'Turn off' }));
    expect(await screen.findByRole('button', { name: 'Set up' })).toBeVisible();
    expect(disable.bodies).toEqual([{ password: 'correct horse', code: '123456' }]);
  });

  it('does not offer to turn off what is required', async () => {
    answerSecurity({ enabled: true, required: true, recovery_codes_left: 10 });
    renderPortal('/acme/account/security');
    expect(await screen.findByText(/cannot be turned off/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Turn off' })).toBeNull();
  });

  it('lists where one is signed in, and ends the others', async () => {
    answerSecurity();
    const { user } = renderPortal('/acme/account/security');
    expect(await screen.findByText('Firefox on Linux')).toBeVisible();
    expect(screen.getByText('This device')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign out: Firefox on Linux' })).toBeNull();
    const end = answer('delete', '/portal/me/sessions/ses_2', undefined);
    answer('get', '/portal/me/sessions', { data: TWO_SESSIONS.data.slice(0, 1) });
    await user.click(screen.getByRole('button', { name: 'Sign out: Safari on iPhone' }));
    expect(await screen.findByText('You are signed in on this device only.')).toBeVisible();
    expect(end.calls).toHaveLength(1);
  });
});
