import { answer, expectAccessible, problem } from '@portico/testing';
import { aCompany, aContact, aProfile } from '@portico/testing/portal';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const save = () => screen.getByRole('button', { name: 'Save' });

describe('the details', () => {
  it('are one’s own to put right; the merchant is told', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile());
    const { user } = renderPortal('/acme/account/profile');
    const phone = await screen.findByLabelText('Phone');
    await user.type(phone, ' +44 20 1 ');
    const refusal = [{ pointer: '/first_name', code: 'required', detail: 'must not be empty' }];
    answer('patch', '/portal/profile', problem(422, 'validation_failed', refusal));
    await user.click(save());
    expect(await screen.findByText('must not be empty')).toBeVisible();
    const patched = answer('patch', '/portal/profile', aProfile({ version: 3, phone: '+44 20 1' }));
    await user.click(save());
    expect(await screen.findByText('Saved. Acme Studio has been told what changed.')).toBeVisible();
    expect(patched.calls[0]?.headers.get('If-Match')).toBe('"2"');
    expect(patched.bodies[0]).toMatchObject({ phone: '+44 20 1', first_name: 'Ada', salutation: null });
    expect(phone).toHaveValue('+44 20 1');
    await expectAccessible();
    // The next change is made on what came back.
    await user.click(save());
    await expect.poll(() => patched.calls[1]?.headers.get('If-Match')).toBe('"3"');
  });

  it('say when somebody else was first, and load what is there', async () => {
    answerHome();
    answer('get', '/portal/company', aCompany());
    const { user } = renderPortal('/acme/account/company');
    const street = (await screen.findAllByLabelText('Street'))[0] as HTMLElement;
    await user.clear(street);
    await user.type(street, '2 Side Street');
    const patched = answer('patch', '/portal/company', problem(412, 'version_mismatch'));
    await user.click(save());
    const alert = within(await screen.findByRole('alert'));
    expect(patched.bodies[0]).toMatchObject({
      billing_address: { street: '2 Side Street', country: 'DE' },
      shipping_address: { street: null },
    });
    answer('get', '/portal/company', aCompany({ version: 6, website: 'https://engines.example' }));
    await user.click(alert.getByRole('button', { name: 'Load the latest version' }));
    expect(await screen.findByDisplayValue('https://engines.example')).toBeVisible();
    expect(screen.getByText('GB123')).toBeVisible();
    await expectAccessible();
  });

  it('cannot be changed where the merchant keeps them', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile({ allowed_actions: [] }));
    answer('get', '/portal/company', aCompany({ allowed_actions: [], website: 'https://engines.example' }));
    const { user } = renderPortal('/acme/account/profile');
    expect(await screen.findByText(/Something is wrong\? Tell Acme Studio/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Change the e-mail address' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Company' }));
    expect(await screen.findByText('https://engines.example')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('name everybody who is a contact person', async () => {
    answerHome();
    const ben = aContact({ id: 'per_2', first_name: 'Ben', is_me: false, is_primary: false, department: 'Finance' });
    answer('get', '/portal/contact-persons', { data: [aContact(), ben], next_cursor: null });
    renderPortal('/acme/account/people');
    expect(await screen.findByText('Ben Lovelace')).toBeVisible();
    expect(screen.getByText('You')).toBeVisible();
    expect(screen.getByText('Finance')).toBeVisible();
    await expectAccessible();
  });
});

describe('another e-mail address', () => {
  it('is asked for with the password, waits, and can be called off', async () => {
    answerHome();
    answer('get', '/portal/profile', aProfile());
    const { user } = renderPortal('/acme/account/profile');
    await user.click(await screen.findByRole('button', { name: 'Change the e-mail address' }));
    await user.type(screen.getByLabelText('New e-mail address'), 'new@example.org');
    await user.type(screen.getByLabelText('Your password'), 'wrong');
    answer('post', '/portal/profile/email', problem(401, 'invalid_credentials'));
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText('This is not your current password.')).toBeVisible();
    const asked = answer('post', '/portal/profile/email', undefined);
    answer('get', '/portal/profile', aProfile({ pending_email: 'new@example.org' }));
    await user.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/A link was sent to/)).toHaveTextContent('new@example.org');
    expect(asked.bodies).toEqual([{ email: 'new@example.org', password: 'wrong' }]);
    await expectAccessible();
    const cancelled = answer('delete', '/portal/profile/email', undefined);
    answer('get', '/portal/profile', aProfile());
    await user.click(screen.getByRole('button', { name: 'Keep the present address' }));
    await expect.poll(() => screen.queryByText(/A link was sent to/)).toBeNull();
    expect(cancelled.calls).toHaveLength(1);
  });

  it('is confirmed by a button, never by looking', async () => {
    answer('get', '/public/portals/acme/email-changes/tok', { email: 'new@example.org' });
    const confirmed = answer('post', '/public/portals/acme/email-changes/tok/confirm', undefined);
    const { user } = renderPortal('/acme/confirm-email/tok', { session: null });
    const button = await screen.findByRole('button', { name: 'Confirm the address' });
    expect(confirmed.calls).toHaveLength(0);
    await expectAccessible();
    await user.click(button);
    expect(await screen.findByText('The address is confirmed')).toBeVisible();
    expect(confirmed.calls).toHaveLength(1);
  });

  it.each([
    [410, 'link_expired', 'This link has expired'],
    [410, 'link_used', 'This link has been used'],
    [404, 'not_found', 'This link does not work'],
  ])('is not confirmed by a link that answers %d %s', async (status, code, text) => {
    answer('get', '/public/portals/acme/email-changes/tok', problem(status, code));
    renderPortal('/acme/confirm-email/tok', { session: null });
    expect(await screen.findByText(text)).toBeVisible();
    await expectAccessible();
  });
});
