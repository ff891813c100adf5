import { answer, expectAccessible, problem } from '@portico/testing';
import { aSession } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const PATH = '/public/portals/acme/invitations/tok';
const invitation = {
  organization_name: 'Acme Studio',
  customer_name: 'Analytical Engines Ltd',
  email: 'ada@example.org',
  first_name: 'Ada',
  identity_exists: false,
  expires_at: '2026-12-01T00:00:00Z',
};

describe('an invitation', () => {
  it('is only looked at until a password is chosen', async () => {
    answerHome();
    answer('get', PATH, invitation);
    const { user, url } = renderPortal('/acme/invitation/tok', { session: null });
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, Ada' })).toBeVisible();
    await expectAccessible();
    const accept = answer('post', `${PATH}/accept`, aSession());
    await user.type(screen.getByLabelText('Choose a password'), 'kupfer-lampe-rinnsal-42');
    expect(screen.getByText('Strong.')).toBeVisible();
    expect(accept.calls).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(accept.bodies).toEqual([{ password: 'kupfer-lampe-rinnsal-42' }]);
  });

  it('shows what the server thinks of the password', async () => {
    answer('get', PATH, invitation);
    const refusal = [{ pointer: '/password', code: 'weak', detail: 'This password is on lists of stolen ones.' }];
    answer('post', `${PATH}/accept`, problem(422, 'validation_failed', refusal));
    const { user } = renderPortal('/acme/invitation/tok', { session: null });
    await user.type(await screen.findByLabelText('Choose a password'), 'correcthorse');
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    expect(await screen.findByText('This password is on lists of stolen ones.')).toBeVisible();
  });

  it('asks for the password one already has', async () => {
    answer('get', PATH, { ...invitation, identity_exists: true });
    answer('post', `${PATH}/accept`, problem(401, 'invalid_credentials'));
    const { user } = renderPortal('/acme/invitation/tok', { session: null });
    await user.type(await screen.findByLabelText('Your password'), 'wrong one');
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    expect(await screen.findByText('This is not your password in this portal.')).toBeVisible();
  });

  it('asks for the code as well, where one is needed', async () => {
    answerHome();
    answer('get', PATH, { ...invitation, identity_exists: true });
    answer('post', `${PATH}/accept`, problem(401, 'mfa_required'));
    const { user, url } = renderPortal('/acme/invitation/tok', { session: null });
    await user.type(await screen.findByLabelText('Your password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    const accept = answer('post', `${PATH}/accept`, aSession());
    await user.type(await screen.findByLabelText('Code from your authenticator app'), '123456{Enter}');
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(accept.bodies).toEqual([{ password: 'correct horse', code: '123456' }]);
  });

  it.each([
    [410, 'invitation_expired', 'This invitation has expired'],
    [410, 'invitation_used', 'This invitation has been used'],
    [404, 'not_found', 'This invitation is no longer valid'],
  ])('that answers %d %s says so', async (status, code, text) => {
    answer('get', PATH, problem(status, code));
    renderPortal('/acme/invitation/tok', { session: null });
    expect(await screen.findByText(text)).toBeVisible();
  });
});
