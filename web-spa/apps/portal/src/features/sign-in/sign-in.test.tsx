import { answer, expectAccessible, HttpResponse, problem } from '@portico/testing';
import { aSession } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

async function signIn(user: UserEvent) {
  await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
  await user.type(screen.getByLabelText('Password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('is asked for, and leads back to where one wanted to go', async () => {
    answerHome();
    answer('get', '/portal/payments', { data: [], next_cursor: null });
    const { user, url } = renderPortal('/acme/payments?kind=invoice', { session: null });
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(url()).toBe(`/acme/login?next=${encodeURIComponent('/acme/payments?kind=invoice')}`);
    await expectAccessible();
    const post = answer('post', '/portal/acme/auth/sign-in', aSession());
    await signIn(user);
    await waitFor(() => expect(url()).toBe('/acme/payments?kind=invoice'));
    expect(post.bodies).toEqual([{ email: 'ada@example.org', password: 'correct horse' }]);
  });

  const outside = [
    '/\\evil.example',
    '//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
  ];

  it.each(outside)('never leads out of the portal, to %s', async (next) => {
    answerHome();
    answer('post', '/portal/acme/auth/sign-in', aSession());
    const { user, url } = renderPortal(`/acme/login?next=${encodeURIComponent(next)}`, { session: null });
    await signIn(user);
    await waitFor(() => expect(url()).toBe('/acme'));
  });

  it.each(outside)('does not lead somebody who is signed in out to %s either', async (next) => {
    answerHome();
    const { url } = renderPortal(`/acme/login?next=${encodeURIComponent(next)}`);
    await waitFor(() => expect(url()).toBe('/acme'));
  });

  it('does not say whether the address or the password is wrong', async () => {
    answer('post', '/portal/acme/auth/sign-in', problem(401, 'invalid_credentials'));
    const { user } = renderPortal('/acme/login', { session: null });
    await signIn(user);
    expect(await screen.findByText('E-mail or password is wrong. Check both and try again.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveValue('ada@example.org');
  });

  it('asks for a code where one is needed, and takes a recovery code as well', async () => {
    answerHome();
    answer('post', '/portal/acme/auth/sign-in', problem(401, 'mfa_required'));
    const { user, url } = renderPortal('/acme/login', { session: null });
    await signIn(user);
    const code = await screen.findByLabelText('Code from your authenticator app');
    expect(code).toHaveFocus();
    expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    expect(screen.queryByRole('alert')).toBeNull();
    await expectAccessible();

    answer('post', '/portal/acme/auth/sign-in', problem(401, 'mfa_invalid'));
    await user.type(code, '000000{Enter}');
    expect(await screen.findByText(/This code is wrong or was used already/)).toBeVisible();

    const post = answer('post', '/portal/acme/auth/sign-in', aSession());
    await user.click(screen.getByRole('button', { name: 'Use a recovery code instead' }));
    await user.type(screen.getByLabelText('Recovery code'), 'k7dm2-x9qpa{Enter}');
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(post.bodies).toEqual([{ email: 'ada@example.org', password: 'correct horse', code: 'k7dm2-x9qpa' }]);
  });

  it('says how long to wait after too many attempts', async () => {
    answer(
      'post',
      '/portal/acme/auth/sign-in',
      HttpResponse.json({ code: 'too_many_attempts', status: 429 }, { status: 429, headers: { 'Retry-After': '30' } }),
    );
    const { user } = renderPortal('/acme/login', { session: null });
    await signIn(user);
    expect(await screen.findByText('Wait 30 seconds, then try again.')).toBeVisible();
  });

  it('is skipped when there is a session', async () => {
    answerHome();
    const { url } = renderPortal('/acme/login');
    expect(await screen.findByText('You owe')).toBeVisible();
    expect(url()).toBe('/acme');
  });

  it('comes back when the session ends meanwhile', async () => {
    answerHome();
    const { user, url } = renderPortal('/acme');
    await screen.findByText('You owe');
    answer('get', '/portal/payments', problem(401, 'token_expired'));
    answer('post', '/portal/acme/auth/refresh', problem(401, 'not_authenticated'));
    await user.click(screen.getAllByRole('link', { name: 'Payments' })[0] as HTMLElement);
    expect(await screen.findByText(/Your session has ended/)).toBeVisible();
    expect(url()).toContain('reason=expired');
  });

  it('has no form for a portal that does not exist', async () => {
    answer('get', '/public/portals/nobody', problem(404, 'not_found'));
    renderPortal('/nobody');
    answer('get', '/public/portals/nobody', problem(404, 'not_found'));
    expect(await screen.findByText('There is no portal at this address')).toBeVisible();
  });
});
