import { answer, expectAccessible, problem } from '@portico/testing';
import { aPortal, aSession } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const PATH = '/public/portals/acme/sign-ups';
const LINK = `${PATH}/tok`;
const open = aPortal({ sign_up_allowed: true });

const known = {
  organization_name: 'Acme Studio',
  email: 'ada@example.org',
  outcome: 'join',
  customer_name: 'Analytical Engines Ltd',
  first_name: 'Ada',
  identity_exists: false,
  expires_at: '2026-12-01T00:00:00Z',
};
const unknown = { ...known, outcome: 'ask', customer_name: null, first_name: '' };

const visit = (path: string, portal = open) => renderPortal(path, { session: null, portal });

describe('signing up', () => {
  it('is found at the sign-in page, and tells nobody whether the address is known', async () => {
    const { user, url } = visit('/acme/login');
    await user.click(await screen.findByRole('link', { name: 'Sign up' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign up' })).toBeVisible();
    expect(url()).toBe('/acme/sign-up');
    await expectAccessible();
    const post = answer('post', PATH, undefined, 204);
    await user.type(screen.getByLabelText('E-mail'), ' ada@example.org ');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Look into your mailbox' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('You entered ada@example.org');
    expect(screen.getByRole('status')).toHaveTextContent('At most one mail in ten minutes');
    expect(post.bodies).toEqual([{ email: 'ada@example.org' }]);
    await expectAccessible();
  });

  it('says what is wrong with an address, at the field', async () => {
    const refusal = [{ pointer: '/email', code: 'email', detail: 'must be an e-mail address' }];
    answer('post', PATH, problem(422, 'validation_failed', refusal));
    const { user } = visit('/acme/sign-up');
    await user.type(await screen.findByLabelText('E-mail'), 'ada@nowhere');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText('must be an e-mail address')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toBeInvalid();
  });

  it('is not offered where the portal takes nobody', async () => {
    visit('/acme/login', aPortal());
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Sign up' })).not.toBeInTheDocument();
  });

  it('says so where the portal takes nobody', async () => {
    visit('/acme/sign-up', aPortal());
    expect(await screen.findByText('You cannot sign up here by yourself')).toBeVisible();
    expect(screen.queryByLabelText('E-mail')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/acme/login');
    await expectAccessible();
  });

  it('says so when that was switched off meanwhile', async () => {
    answer('post', PATH, problem(409, 'not_allowed_in_state'));
    const { user } = visit('/acme/sign-up');
    await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText('You cannot sign up here by yourself')).toBeVisible();
  });
});

describe('the link of the mail', () => {
  it('lets somebody in whom staff have entered', async () => {
    answerHome();
    answer('get', LINK, known);
    const { user, url } = visit('/acme/sign-up/tok');
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, Ada' })).toBeVisible();
    expect(screen.getByText('Acme Studio knows you as a contact of Analytical Engines Ltd.')).toBeVisible();
    await expectAccessible();
    const join = answer('post', `${LINK}/join`, aSession());
    await user.type(screen.getByLabelText('Choose a password'), 'kupfer-lampe-rinnsal-42');
    expect(join.calls).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Open the portal' }));
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(join.bodies).toEqual([{ password: 'kupfer-lampe-rinnsal-42' }]);
  });

  it('asks for the password and the code that the address has already', async () => {
    answerHome();
    answer('get', LINK, { ...known, identity_exists: true });
    answer('post', `${LINK}/join`, problem(401, 'invalid_credentials'));
    const { user, url } = visit('/acme/sign-up/tok');
    await user.type(await screen.findByLabelText('Your password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Open the portal' }));
    expect(await screen.findByText('This is not your password in this portal.')).toBeVisible();
    answer('post', `${LINK}/join`, problem(401, 'mfa_required'));
    await user.click(screen.getByRole('button', { name: 'Open the portal' }));
    const code = await screen.findByLabelText('Code from your authenticator app');
    answer('post', `${LINK}/join`, problem(401, 'mfa_invalid'));
    await user.type(code, '000000{Enter}');
    expect(await screen.findByText(/This code is wrong or was used already/)).toBeVisible();
    const join = answer('post', `${LINK}/join`, aSession());
    await user.clear(code);
    await user.type(code, '123456{Enter}');
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(join.bodies).toEqual([{ password: 'correct horse', code: '123456' }]);
  });

  it('lets anybody else ask', async () => {
    answer('get', LINK, unknown);
    const { user } = visit('/acme/sign-up/tok');
    expect(await screen.findByRole('heading', { level: 1, name: 'Who are you?' })).toBeVisible();
    await expectAccessible();
    const refusal = [{ pointer: '/last_name', code: 'required', detail: 'must not be empty' }];
    answer('post', `${LINK}/ask`, problem(422, 'validation_failed', refusal));
    await user.type(screen.getByLabelText('First name'), 'Maja');
    await user.type(screen.getByLabelText('Last name'), ' Lindqvist');
    await user.type(screen.getByLabelText('Message (optional)'), 'I keep the books.');
    await user.click(screen.getByRole('button', { name: 'Ask for access' }));
    expect(await screen.findByText('must not be empty')).toBeVisible();
    const ask = answer('post', `${LINK}/ask`, undefined, 204);
    await user.click(screen.getByRole('button', { name: 'Ask for access' }));
    expect(await screen.findByText('Acme Studio will look at it')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('an invitation by mail to ada@example.org');
    expect(ask.bodies).toEqual([
      { first_name: 'Maja', last_name: 'Lindqvist', company_name: null, message: 'I keep the books.' },
    ]);
    await expectAccessible();
  });

  it.each([
    [410, 'link_used', 'This link has been used', 'Sign in', '/acme/login'],
    [410, 'link_expired', 'This link has expired', 'Sign up again', '/acme/sign-up'],
    [404, 'not_found', 'This link does not work', 'Sign up again', '/acme/sign-up'],
    [409, 'not_allowed_in_state', 'You cannot sign up here by yourself', 'Sign in', '/acme/login'],
  ])('that answers %d %s says so, and how to go on', async (status, code, text, way, to) => {
    answer('get', LINK, problem(status, code));
    visit('/acme/sign-up/tok');
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: way })).toHaveAttribute('href', to);
    await expectAccessible();
  });

  it.each([
    ['ask', unknown, 410, 'link_used', 'This link has been used'],
    ['join', known, 410, 'link_expired', 'This link has expired'],
    ['join', known, 409, 'conflict', 'Something has changed meanwhile'],
  ])('says what happened meanwhile: %s', async (what, link, status, code, text) => {
    answer('get', LINK, link);
    answer('post', `${LINK}/${what}`, problem(status, code));
    const { user } = visit('/acme/sign-up/tok');
    if (what === 'join') {
      await user.type(await screen.findByLabelText('Choose a password'), 'kupfer-lampe-rinnsal-42');
    } else {
      await user.type(await screen.findByLabelText('First name'), 'Maja');
      await user.type(screen.getByLabelText('Last name'), 'Lindqvist');
    }
    await user.click(screen.getByRole('button', { name: what === 'join' ? 'Open the portal' : 'Ask for access' }));
    expect(await screen.findByText(text)).toBeVisible();
  });
});
