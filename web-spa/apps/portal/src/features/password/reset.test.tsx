import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPortal } from '../../app/render-portal';

const LINK = '/public/portals/acme/password-resets/tok';

describe('a forgotten password', () => {
  it('is asked for from the sign-in; the answer does not tell whether the address is known', async () => {
    const ask = answer('post', '/public/portals/acme/password-resets', undefined);
    const { user, url } = renderPortal('/acme/login', { session: null });
    await user.click(await screen.findByRole('link', { name: 'Forgotten your password?' }));
    await user.type(await screen.findByLabelText('E-mail'), ' ada@example.org ');
    expect(url()).toBe('/acme/forgot-password');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/^If this address can sign in here/)).toBeVisible();
    expect(ask.bodies).toEqual([{ email: 'ada@example.org' }]);
    await expectAccessible();
  });

  it('says when the server cannot be reached', async () => {
    answer('post', '/public/portals/acme/password-resets', problem(500, 'internal'));
    const { user } = renderPortal('/acme/forgot-password', { session: null });
    await user.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in a moment.');
    expect(screen.getByLabelText('E-mail')).toHaveValue('ada@example.org');
  });

  it('is replaced by the link, and then one signs in', async () => {
    answer('get', LINK, { email: 'ada@example.org' });
    const { user, url } = renderPortal('/acme/reset-password/tok', { session: null });
    expect(await screen.findByLabelText('E-mail')).toHaveValue('ada@example.org');
    await expectAccessible();
    const refusal = [{ pointer: '/password', code: 'weak', detail: 'Too easy to guess.' }];
    answer('post', LINK, problem(422, 'validation_failed', refusal));
    await user.type(screen.getByLabelText('New password'), 'acme acme');
    await user.click(screen.getByRole('button', { name: 'Save the new password' }));
    expect(await screen.findByText('Too easy to guess.')).toBeVisible();
    const reset = answer('post', LINK, undefined);
    await user.clear(screen.getByLabelText('New password'));
    await user.type(screen.getByLabelText('New password'), 'kupfer-lampe-rinnsal-42');
    await user.click(screen.getByRole('button', { name: 'Save the new password' }));
    expect(await screen.findByText('Your new password is set. Sign in with it.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveValue('ada@example.org');
    expect(reset.bodies).toEqual([{ password: 'kupfer-lampe-rinnsal-42' }]);
    await waitFor(() => expect(url()).toContain('/acme/login?reason=reset'));
  });

  it.each([
    [410, 'link_expired', 'This link has expired'],
    [410, 'link_used', 'This link has been used'],
    [404, 'not_found', 'This link does not work'],
  ])('cannot be replaced by a link that answers %d %s', async (status, code, text) => {
    answer('get', LINK, problem(status, code));
    renderPortal('/acme/reset-password/tok', { session: null });
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/acme/forgot-password');
  });
});
