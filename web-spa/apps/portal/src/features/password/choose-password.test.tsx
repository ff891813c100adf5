import { answer, expectAccessible, HttpResponse } from '@portico/testing';
import { aSession } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

describe('a password that the merchant had set', () => {
  it('signs in with the address from the mail, and leads to choosing another', async () => {
    const { user, url } = renderPortal('/acme/login?email=ada%40example.org', { session: null });
    expect(await screen.findByLabelText('E-mail')).toHaveValue('ada@example.org');
    const signIn = answer('post', '/portal/acme/auth/sign-in', aSession({ password_change_required: true }));
    await user.type(screen.getByLabelText('Password'), 'copper meadow');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Choose a new password' })).toBeVisible();
    expect(signIn.bodies).toEqual([{ email: 'ada@example.org', password: 'copper meadow' }]);
    expect(url()).toBe('/acme/choose-password');
    await expectAccessible();

    answer(
      'post',
      '/portal/me/first-password',
      HttpResponse.json(
        {
          code: 'validation_failed',
          status: 422,
          errors: [
            { pointer: '/password', code: 'weak_password', detail: 'must be another than the one you were sent' },
          ],
        },
        { status: 422 },
      ),
    );
    await user.type(screen.getByLabelText('New password'), 'copper meadow');
    await user.click(screen.getByRole('button', { name: 'Save the new password' }));
    expect(await screen.findByText('must be another than the one you were sent')).toBeVisible();

    answerHome();
    const chosen = answer('post', '/portal/me/first-password', new HttpResponse(null, { status: 204 }));
    await user.clear(screen.getByLabelText('New password'));
    await user.type(screen.getByLabelText('New password'), 'violet harbour lantern');
    await user.click(screen.getByRole('button', { name: 'Save the new password' }));
    await waitFor(() => expect(url()).toBe('/acme'));
    expect(await screen.findByText('You owe')).toBeVisible();
    expect(chosen.bodies).toEqual([{ password: 'violet harbour lantern' }]);
  });

  it('keeps every other page closed until then', async () => {
    const { url } = renderPortal('/acme/payments', { session: aSession({ password_change_required: true }) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Choose a new password' })).toBeVisible();
    expect(url()).toBe('/acme/choose-password');
  });

  it('is not asked for otherwise', async () => {
    answerHome();
    const { url } = renderPortal('/acme/choose-password');
    expect(await screen.findByText('You owe')).toBeVisible();
    expect(url()).toBe('/acme');
  });
});
