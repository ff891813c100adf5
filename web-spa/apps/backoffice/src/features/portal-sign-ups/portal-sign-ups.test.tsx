import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { customer, customerRow, organization, page, signUp } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const decided = { decided_at: '2026-11-21T10:00:00Z', decided_by: 'Anna Petersen' };

describe('the way to the sign-ups', () => {
  it('stands above the customers while somebody waits', async () => {
    answer('get', '/customers', page(customerRow()));
    const asked = answer('get', '/portal-sign-ups', page(signUp(), signUp({ id: 'psu_2' })));
    const { user, url } = openOffice('/customers');
    await user.click(await screen.findByRole('link', { name: '2 sign-ups wait' }));
    await expect.poll(url).toBe('/office/customers/sign-ups');
    expect(await screen.findAllByText('Maja Lindqvist')).toHaveLength(2);
    expect(new URL(asked.calls.at(-1)?.url ?? '').searchParams.get('status')).toBe('waiting');
  });

  it('stands there where people may sign up, and else not', async () => {
    answer('get', '/customers', page(customerRow()));
    openOffice('/customers');
    answer('get', '/organization', organization({ allow_signup: true }));
    expect(await screen.findByRole('link', { name: 'Sign-ups' })).toBeVisible();
  });

  it('is hidden from those who may not give access', async () => {
    answer('get', '/customers', page(customerRow()));
    const asked = answer('get', '/portal-sign-ups', page(signUp()));
    openOffice('/customers', { permissions: ['manage_customers'] });
    expect(await screen.findByRole('table', { name: 'Customers' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /sign-up/ })).toBeNull();
    expect(asked.calls).toHaveLength(0);
  });
});

describe('sign-ups', () => {
  it('say that nobody waits, and how people come to ask', async () => {
    openOffice('/customers/sign-ups');
    expect(await screen.findByText('Nobody is waiting')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Settings of the portal' })).toHaveAttribute(
      'href',
      '/office/settings/portal',
    );
    await expectAccessible();
  });

  it('show who decided what', async () => {
    const { user, url } = openOffice('/customers/sign-ups');
    await screen.findByText('Nobody is waiting');
    const approved = signUp({ ...decided, status: 'approved', customer: { id: 'cus_1', name: 'Acme' } });
    const asked = answer(
      'get',
      '/portal-sign-ups',
      page(approved, signUp({ ...decided, id: 'p2', status: 'declined' })),
    );
    await user.click(within(screen.getByRole('navigation', { name: 'Status' })).getByText('All'));
    await expect.poll(url).toBe('/office/customers/sign-ups?status=all');
    expect(await screen.findByRole('link', { name: 'Acme' })).toHaveAttribute('href', '/office/customers/cus_1');
    expect(screen.getAllByText('Anna Petersen')).toHaveLength(2);
    const table = within(screen.getByRole('table'));
    expect(table.getByText('Turned away')).toBeVisible();
    expect(table.queryByRole('button', { name: 'Let in…' })).toBeNull();
    expect(new URL(asked.calls[0]?.url ?? '').searchParams.has('status')).toBe(false);
    await expectAccessible();
  });

  it('are let in as a new customer', async () => {
    answer('get', '/portal-sign-ups', page(signUp()));
    const { user } = openOffice('/customers/sign-ups');
    expect(await screen.findByText('I keep the books since March.')).toBeVisible();
    expect(screen.getByText('verified')).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Let in…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Let Maja Lindqvist in' }));
    expect(dialog.getByRole('radio', { name: 'A new customer: Lindqvist Interiors' })).toBeChecked();
    await expectAccessible();
    const approve = answer('post', '/portal-sign-ups/psu_1/approve', signUp({ ...decided, status: 'approved' }));
    answer('get', '/portal-sign-ups', page());
    await user.click(dialog.getByRole('button', { name: 'Let in and invite' }));
    expect(await screen.findByText('Invitation sent to maja@lindqvist.example.')).toBeVisible();
    expect(await screen.findByText('Nobody is waiting')).toBeVisible();
    expect(approve.bodies).toEqual([{}]);
    expect(approve.calls[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('are let in at an existing customer, and a refusal is told in plain words', async () => {
    answer('get', '/portal-sign-ups', page(signUp({ company_name: null })));
    answer('get', '/customers', page(customerRow()));
    answer('get', '/customers/cus_1', customer());
    const { user } = openOffice('/customers/sign-ups');
    await user.click(await screen.findByRole('button', { name: 'Let in…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Let Maja Lindqvist in' }));
    expect(dialog.getByRole('radio', { name: 'A new customer: Maja Lindqvist' })).toBeChecked();
    await user.click(dialog.getByRole('radio', { name: 'An existing customer' }));
    await user.click(dialog.getByRole('button', { name: 'Let in and invite' }));
    expect(await dialog.findByText('Please fill this in')).toBeVisible();
    await user.click(dialog.getByRole('combobox', { name: /Customer/ }));
    await user.click(await screen.findByRole('option', { name: 'Acme' }));
    answer('post', '/portal-sign-ups/psu_1/approve', problem(409, 'not_allowed_in_state'));
    await user.click(dialog.getByRole('button', { name: 'Let in and invite' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(/somebody has decided already/);
    const approve = answer('post', '/portal-sign-ups/psu_1/approve', signUp({ ...decided, status: 'approved' }));
    await user.click(dialog.getByRole('button', { name: 'Let in and invite' }));
    await expect.poll(() => approve.bodies).toEqual([{ customer_id: 'cus_1' }]);
  });

  it('are turned away after a question', async () => {
    answer('get', '/portal-sign-ups', page(signUp()));
    const { user } = openOffice('/customers/sign-ups');
    await user.click(await screen.findByRole('button', { name: 'Turn away…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Turn Maja Lindqvist away?' }));
    expect(dialog.getByText(/Nothing is mailed/)).toHaveTextContent('comes to nothing');
    answer('post', '/portal-sign-ups/psu_1/decline', problem(409, 'not_allowed_in_state'));
    await user.click(dialog.getByRole('button', { name: 'Turn away' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(/somebody has decided already/);
    const decline = answer('post', '/portal-sign-ups/psu_1/decline', signUp({ ...decided, status: 'declined' }));
    answer('get', '/portal-sign-ups', page());
    await user.click(dialog.getByRole('button', { name: 'Turn away' }));
    expect(await screen.findByText('Nobody is waiting')).toBeVisible();
    expect(decline.calls).toHaveLength(1);
  });

  it('are let in only by those who may write customers', async () => {
    answer('get', '/portal-sign-ups', page(signUp()));
    openOffice('/customers/sign-ups', { permissions: ['manage_portal_access'] });
    expect(await screen.findByRole('button', { name: 'Turn away…' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Let in…' })).toBeNull();
  });
});
