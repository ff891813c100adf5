import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customer, page, person } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('creates a customer with its first contact person', async () => {
  const { user, url } = openOffice('/customers/new');
  const refused = answer(
    'post',
    '/customers',
    problem(422, 'validation_failed', [{ pointer: '/billing_address/city', code: 'too_long', detail: 'Too long' }]),
  );
  await user.type(await screen.findByLabelText(/Display name/), 'Acme');
  await user.type(screen.getByLabelText('E-mail'), 'maria@acme.example');
  await user.type(screen.getByLabelText('Credit limit'), '5,000');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Copy the billing address' }));
  await user.type(screen.getByLabelText('Opening balance'), '10.505');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Use at most 2 decimals.')).toBeVisible();
  await user.clear(screen.getByLabelText('Opening balance'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Too long')).toBeVisible();
  expect(refused.bodies[0]).toMatchObject({
    kind: 'company',
    display_name: 'Acme',
    email: 'maria@acme.example',
    currency: 'EUR',
    payment_terms_days: 14,
    credit_limit: { amount: 500_000, currency: 'EUR' },
    opening_balance: null,
  });

  answer('post', '/customers', customer(), 201);
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  const invited = answer('post', '/customers/cus_1/contact-persons/per_1/portal-access', person());
  await user.click(screen.getByRole('checkbox', { name: 'Invite to the portal at once' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'Acme' })).toBeVisible();
  expect(invited.calls).toHaveLength(1);
  expect(url()).toBe('/office/customers/cus_1');
});

it('edits on top of the version it began with', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page());
  const patched = answer('patch', '/customers/cus_1', problem(412, 'version_mismatch'));
  const { user } = openOffice('/customers/cus_1/edit');
  await user.type(await screen.findByLabelText('Tax number'), 'DE1');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Somebody else changed it' }));
  expect(patched.calls[0]?.headers.get('If-Match')).toBe('"2"');
  answer('get', '/customers/cus_1', customer({ version: 3, tax_id: 'FR9' }));
  await user.click(dialog.getByRole('button', { name: 'Load the latest version' }));
  expect(await screen.findByDisplayValue('FR9')).toBeVisible();
});
