import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { organization, page, tax } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('saves the organization’s profile and says when somebody else was first', async () => {
  const { user } = openOffice('/settings');
  const patched = answer('patch', '/organization', problem(412, 'version_mismatch'));
  const phone = await screen.findByLabelText('Phone');
  await user.type(phone, '+49 40 1');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Somebody else changed it' }));
  expect(patched.calls[0]?.headers.get('If-Match')).toBe('"3"');
  expect(patched.bodies[0]).toMatchObject({
    phone: '+49 40 1',
    payment_terms_days: 14,
    email: 'hello@nordlicht.example',
  });
  expect(patched.bodies[0]).not.toHaveProperty('base_currency');
  answer('get', '/organization', organization({ version: 4, phone: '+49 40 99' }));
  await user.click(dialog.getByRole('button', { name: 'Load the latest version' }));
  expect(await screen.findByDisplayValue('+49 40 99')).toBeVisible();
});

it('warns of a colour on which nothing can be read, and uploads a logo', async () => {
  const { user, container } = openOffice('/settings/branding');
  const uploaded = answer('put', '/organization/logo', organization({ version: 4, logo_url: '/logo.png' }));
  expect(await screen.findByText(/easy to read/)).toBeVisible();
  await expectAccessible();
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (input) {
    await user.upload(input, new File(['png'], 'logo.png', { type: 'image/png' }));
  }
  expect(await screen.findByRole('img', { name: 'Logo of Nordlicht' })).toHaveAttribute('src', '/logo.png');
  expect(uploaded.calls).toHaveLength(1);
});

it('says what the portal can do for customers, module by module', async () => {
  const { user } = openOffice('/settings/portal');
  const pay = await screen.findByRole('checkbox', { name: 'Invoices: Pay' });
  expect(pay).toBeChecked();
  await expectAccessible();
  await user.click(pay);
  await user.click(screen.getByRole('checkbox', { name: 'Payments: View' }));
  expect(screen.getByRole('checkbox', { name: 'Payments: Download' })).not.toBeChecked();
  await user.click(screen.getByRole('switch', { name: /New customers are invited/ }));
  const patched = answer('patch', '/organization', organization({ version: 4 }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await expect
    .poll(() => patched.bodies)
    .toEqual([
      {
        allow_edit_details: true,
        allow_bulk_payment: true,
        auto_invite_new_customers: true,
        portal_modules: [
          { module: 'invoices', enabled: true, permissions: ['view', 'download'] },
          { module: 'payments', enabled: false, permissions: [] },
        ],
        verify_public_links: false,
        allow_signup: false,
      },
    ]);
});

it('lets customers sign up, and shows the link to share', async () => {
  const { user } = openOffice('/settings/portal');
  const allow = await screen.findByRole('switch', { name: /sign up by themselves/ });
  expect(allow).not.toBeChecked();
  expect(screen.queryByLabelText('Link to share')).toBeNull();
  await user.click(allow);
  expect(screen.getByText('It works once you have saved.')).toBeVisible();
  const patched = answer('patch', '/organization', organization({ version: 4, allow_signup: true }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('For your website, or below your e-mails.')).toBeVisible();
  expect(screen.getByLabelText('Link to share')).toHaveValue('https://portico.example/nordlicht/sign-up');
  expect(patched.bodies[0]).toMatchObject({ allow_signup: true });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('https://portico.example/nordlicht/sign-up');
});

it('offers to invite everybody again once the portal has moved', async () => {
  const { user } = openOffice('/settings/branding');
  answer('get', '/organization/portal-rename', { people_with_access: 0, open_invitations: 1 });
  answer('patch', '/organization', organization({ version: 4, portal_name: 'acme' }));
  const name = await screen.findByLabelText('Portal name');
  await user.clear(name);
  await user.type(name, 'acme');
  await user.click(screen.getByRole('button', { name: 'Change…' }));
  const dialog = within(await screen.findByRole('dialog', { name: "Change the portal's address?" }));
  expect(await dialog.findByText('Nobody has access yet.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Change the address' }));
  expect(await screen.findByText(/The portal has moved/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Invite everybody again who needs it' })).toBeVisible();
});

it('asks before it changes the portal’s address', async () => {
  const { user } = openOffice('/settings/branding');
  answer('get', '/organization/portal-rename', { people_with_access: 42, open_invitations: 1 });
  const patched = answer(
    'patch',
    '/organization',
    problem(409, 'portal_name_taken', [
      { pointer: '/portal_name', code: 'portal_name_taken', detail: 'Portal name already taken' },
    ]),
  );
  const name = await screen.findByLabelText('Portal name');
  await user.clear(name);
  await user.type(name, 'acme');
  await user.click(screen.getByRole('button', { name: 'Change…' }));
  const dialog = within(await screen.findByRole('dialog', { name: "Change the portal's address?" }));
  expect(await dialog.findByText('42 people have access and must be invited again.')).toBeVisible();
  expect(dialog.getByText('1 open invitation becomes void and must be sent again.')).toBeVisible();
  expect(patched.calls).toHaveLength(0);
  await user.click(dialog.getByRole('button', { name: 'Change the address' }));
  expect(await screen.findByText('Portal name already taken')).toBeVisible();
  expect(patched.bodies).toEqual([{ portal_name: 'acme' }]);
});

it('keeps taxes, groups, authorities and exemptions', async () => {
  answer('get', '/taxes', page(tax()));
  answer('get', '/tax-groups', page());
  answer('get', '/tax-authorities', page({ id: 'txa_1', name: 'Finanzamt', registration_number: null }));
  answer('get', '/tax-exemptions', page({ id: 'txe_1', code: 'EXP', description: null, kind: 'customer' }));
  const { user } = openOffice('/settings/taxes');
  expect(await screen.findByText('19 %')).toBeVisible();
  await expectAccessible();
  await user.click(screen.getAllByRole('button', { name: 'Add' })[0] as HTMLElement);
  const drawer = within(await screen.findByRole('dialog', { name: 'New tax' }));
  const created = answer('post', '/taxes', tax({ id: 'tax_2' }), 201);
  await user.type(drawer.getByLabelText(/Name/), 'Reduced');
  await user.type(drawer.getByLabelText(/Rate in percent/), '7');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect
    .poll(() => created.bodies)
    .toEqual([{ name: 'Reduced', rate: '7', compound: false, authority_id: null, is_default: false, active: true }]);
});

it('invites members and changes roles, if one may', async () => {
  const member = {
    id: 'mem_2',
    user_id: 'usr_2',
    name: 'Jonas',
    email: 'jonas@nordlicht.example',
    role: 'staff',
    status: 'active',
    invited_at: null,
    last_sign_in_at: null,
    created_at: '2026-11-20T10:00:00Z',
  };
  answer('get', '/members', page(member));
  const { user } = openOffice('/settings/members');
  await user.click(await screen.findByRole('button', { name: 'Jonas' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Jonas' }));
  await user.click(drawer.getByRole('combobox', { name: 'Role' }));
  await user.click(await screen.findByRole('option', { name: 'Accountant' }));
  const patched = answer('patch', '/members/mem_2', { ...member, role: 'accountant' });
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect.poll(() => patched.bodies).toEqual([{ role: 'accountant' }]);

  await user.click(await screen.findByRole('button', { name: 'Invite' }));
  const form = within(await screen.findByRole('dialog', { name: 'Invite a member' }));
  answer(
    'post',
    '/members',
    problem(409, 'email_taken', [{ pointer: '/email', code: 'email_taken', detail: 'Is a member already' }]),
  );
  await user.type(form.getByLabelText(/Name/), 'Jonas');
  await user.type(form.getByLabelText(/E-mail/), 'jonas@nordlicht.example');
  await user.click(form.getByRole('button', { name: 'Send invitation' }));
  expect(await form.findByText('Is a member already')).toBeVisible();
});

it('demands an authenticator app of staff or of customers', async () => {
  const { user } = openOffice('/settings/security');
  const staff = await screen.findByRole('switch', { name: /Required for staff/ });
  expect(staff).not.toBeChecked();
  await expectAccessible();
  await user.click(staff);
  const patched = answer('patch', '/organization', organization({ version: 4, staff_mfa_required: true }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(patched.bodies).toEqual([{ staff_mfa_required: true, portal_mfa_required: false }]);
  expect(await screen.findByRole('switch', { name: /Required for staff/ })).toBeChecked();
});

it('shows number series and gateways', async () => {
  answer('get', '/number-series', {
    data: [{ document_type: 'invoice', prefix: 'INV-', next_number: 43, padding: 6, preview: 'INV-000043' }],
  });
  answer('get', '/gateways', { data: [] });
  answer('get', '/bank-accounts', { data: [] });
  const { user } = openOffice('/settings/numbers');
  expect(await screen.findByText('INV-000043')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Invoices' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Invoices' }));
  const patched = answer('patch', '/number-series/invoice', {});
  await user.clear(drawer.getByLabelText('Prefix'));
  await user.type(drawer.getByLabelText('Prefix'), 'R-');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect.poll(() => patched.bodies).toEqual([{ prefix: 'R-', padding: 6 }]);
  await user.click(screen.getByRole('link', { name: 'Gateways' }));
  expect(await screen.findByText(/No gateway is connected/)).toBeVisible();
});

it('sends failed mails again', async () => {
  const mail = {
    id: 'mal_1',
    kind: 'invoice_sent',
    to: 'maria@acme.example',
    subject: 'Invoice',
    status: 'failed',
    attempts: 3,
    last_error: '550',
    created_at: '2026-11-20T10:00:00Z',
    sent_at: null,
    related: null,
  };
  answer('get', '/mails', page(mail));
  const retried = answer('post', '/mails/mal_1/retry', mail);
  const { user } = openOffice('/settings/mails?status=failed');
  const again = await screen.findByRole('button', { name: 'Send again' });
  answer('get', '/mails', page());
  await user.click(again);
  expect(await screen.findByText('The e-mail to maria@acme.example is sent again.')).toBeVisible();
  expect(retried.calls).toHaveLength(1);
  expect(await screen.findByText('Every e-mail was delivered.')).toBeVisible();
});

it('lets a reader read and change nothing', async () => {
  openOffice('/settings/organization', { permissions: [] });
  expect(await screen.findByLabelText('Phone')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

it('invites everybody again who needs it', async () => {
  const again = answer('post', '/customers/portal-access/reinvite', {
    data: [
      { customer: { id: 'cus_1', name: 'Acme' }, email: 'maria@acme.example', invited: true, obstacle: null },
      { customer: { id: 'cus_2', name: 'Beta' }, email: 'b@beta.example', invited: false, obstacle: 'email_taken' },
    ],
    left: 0,
  });
  const { user } = openOffice('/settings/branding');
  await user.click(await screen.findByRole('button', { name: 'Invite everybody again who needs it' }));
  const report = within(await screen.findByRole('dialog', { name: 'Invitations' }));
  expect(report.getByText('maria@acme.example')).toBeVisible();
  expect(report.getByText('Another person of this customer has the address')).toBeVisible();
  expect(again.calls).toHaveLength(1);
});
