import { answer, expectAccessible, problem } from '@portico/testing';
import { aSession } from '@portico/testing/portal';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

async function setUp(user: UserEvent) {
  answer('post', '/portal/me/mfa', { secret: 'JBSWY3DP', otpauth_url: 'otpauth://totp/x', qr_svg: '<svg/>' });
  answer('post', '/portal/me/mfa/confirm', { codes: ['k7dm2-x9qpa'] });
  await user.type(await screen.findByLabelText('Your password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.type(await screen.findByLabelText('Code from your authenticator app'), '123456');
  await user.click(screen.getByRole('button', { name: 'Turn on' }));
  await user.click(await screen.findByRole('button', { name: 'I have kept them' }));
}

describe('a demanded authenticator app', () => {
  it('comes before anything else, and then one is where one wanted to go', async () => {
    answer('get', '/portal/payments', { data: [], next_cursor: null });
    const { user, url } = renderPortal('/acme/payments', { session: aSession({ mfa_setup_required: true }) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Set up an authenticator app' })).toBeVisible();
    await expectAccessible();
    answerHome();
    await setUp(user);
    await waitFor(() => expect(url()).toBe('/acme/payments'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Payments' })).toBeVisible();
  });

  it('may come with any answer', async () => {
    answerHome();
    const { user, url } = renderPortal('/acme');
    await screen.findByText('You owe');
    answer('get', '/portal/payments', problem(403, 'mfa_setup_required'));
    await user.click(screen.getAllByRole('link', { name: 'Payments' })[0] as HTMLElement);
    expect(await screen.findByRole('heading', { level: 1, name: 'Set up an authenticator app' })).toBeVisible();
    expect(url()).toMatch(/^\/acme\/authenticator\?next=%2Facme/);
  });

  it('is not asked for where it is not demanded', async () => {
    answerHome();
    const { url } = renderPortal('/acme/authenticator');
    expect(await screen.findByText('You owe')).toBeVisible();
    expect(url()).toBe('/acme');
  });
});
