import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

async function change(user: UserEvent) {
  await user.type(await screen.findByLabelText('Current password'), 'old one');
  await user.type(screen.getByLabelText('New password'), 'kupfer-lampe-rinnsal-42');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
}

describe('the account', () => {
  it('shows who one is', async () => {
    answerHome();
    renderPortal('/acme/account');
    expect(await screen.findByText('ada@example.org')).toBeVisible();
    expect(screen.getByText('Analytical Engines Ltd')).toBeVisible();
    await expectAccessible();
  });

  it('speaks the language one chooses, from right to left if need be', async () => {
    answerHome();
    const { user } = renderPortal('/acme/account/profile');
    await user.click(await screen.findByRole('button', { name: 'العربية' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'الحساب' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  });

  it('signs out on the server', async () => {
    answerHome();
    const { user, url } = renderPortal('/acme/account/profile');
    const signOut = answer('post', '/portal/acme/auth/sign-out', undefined);
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByText('You are signed out.')).toBeVisible();
    expect(signOut.calls[0]?.headers.get('X-Portico-Csrf')).toBe('1');
    expect(url()).toBe('/acme/login?reason=signed_out');
  });

  it('changes the password', async () => {
    answerHome();
    const post = answer('post', '/portal/me/password', undefined);
    const { user } = renderPortal('/acme/account/security');
    await change(user);
    expect(await screen.findByText(/Your password is changed/)).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveValue(''));
    expect(post.bodies).toEqual([{ current_password: 'old one', new_password: 'kupfer-lampe-rinnsal-42' }]);
    await expectAccessible();
  });

  it('names a wrong current password', async () => {
    answerHome();
    answer('post', '/portal/me/password', problem(403, 'invalid_credentials'));
    const { user } = renderPortal('/acme/account/security');
    await change(user);
    expect(await screen.findByText('This is not your current password.')).toBeVisible();
  });
});
