import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoiceRow, page } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const view = {
  id: 'viw_1',
  list: 'invoices',
  name: 'Late euros',
  filters: { status: 'overdue' },
  shared: false,
  own: true,
  created_at: '2026-11-21T08:00:00Z',
};

it('goes to a view, and saves what is shown under a name', async () => {
  answer('get', '/invoices', page(invoiceRow()));
  answer('get', '/saved-views', page({ ...view, own: false, shared: true, filters: { status: 'paid' } }));
  const { user, url } = openOffice('/invoices?status=overdue&sort=total');
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  expect(await screen.findByRole('menuitem', { name: 'Late euros' })).toBeVisible();
  await user.click(screen.getByRole('menuitem', { name: 'Save this view…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Save this view' }));
  await expectAccessible();

  answer(
    'post',
    '/saved-views',
    problem(409, 'conflict', [{ pointer: '/name', code: 'taken', detail: 'is taken' }]),
    409,
  );
  await user.type(dialog.getByLabelText('Name'), 'Mine');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('is taken')).toBeVisible();
  const saved = answer('post', '/saved-views', view, 201);
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(saved.bodies).toEqual([
    { list: 'invoices', name: 'Mine', shared: false, filters: { status: 'overdue', sort: 'total' } },
  ]);

  await user.click(screen.getByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Late euros' }));
  await expect.poll(url).toBe('/office/invoices?status=paid');
});

it('renames and deletes the own view that is shown', async () => {
  answer('get', '/invoices', page(invoiceRow()));
  answer('get', '/saved-views', page(view));
  const { user } = openOffice('/invoices?status=overdue');
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Rename or share…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Rename or share' }));
  const changed = answer('patch', '/saved-views/viw_1', { ...view, name: 'Late' });
  await user.clear(dialog.getByLabelText('Name'));
  await user.type(dialog.getByLabelText('Name'), 'Late');
  await user.click(dialog.getByRole('switch', { name: /^Share with colleagues/ }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await expect.poll(() => changed.bodies).toEqual([{ name: 'Late', shared: true }]);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete this view…' }));
  const deleted = answer('delete', '/saved-views/viw_1', undefined);
  const question = within(await screen.findByRole('dialog', { name: 'Delete this view?' }));
  await user.click(question.getByRole('button', { name: 'Delete' }));
  await expect.poll(() => deleted.calls.length).toBe(1);
});
