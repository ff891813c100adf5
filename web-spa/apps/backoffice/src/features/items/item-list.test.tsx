import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { item, page, tax } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

beforeEach(() => {
  answer('get', '/taxes', page(tax()));
  answer('get', '/tax-groups', page());
});

it('lists items and edits one in a drawer with its own address', async () => {
  answer('get', '/items', page(item()));
  answer('get', '/items/itm_1', item());
  const patched = answer('patch', '/items/itm_1', item({ version: 2 }));
  const { user, url } = openOffice('/items');
  await user.click(await screen.findByRole('link', { name: 'Consulting' }));
  expect(url()).toBe('/office/items/itm_1');
  const drawer = within(await screen.findByRole('dialog', { name: 'Edit item' }));
  const rate = await drawer.findByLabelText(/Rate/);
  await expectAccessible();
  await user.clear(rate);
  await user.type(rate, '130.5');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect.poll(url).toBe('/office/items');
  expect(patched.bodies[0]).toMatchObject({
    name: 'Consulting',
    rate: '130.5',
    currency: 'EUR',
    tax_id: 'tax_1',
    active: true,
  });
  expect(patched.calls[0]?.headers.get('If-Match')).toBe('"1"');
});

it('begins a new one with c', async () => {
  answer('get', '/items', page());
  const created = answer('post', '/items', item(), 201);
  const { user } = openOffice('/items');
  await screen.findByText('No items yet');
  await user.keyboard('c');
  const drawer = within(await screen.findByRole('dialog', { name: 'New item' }));
  await user.type(drawer.getByLabelText(/Name/), 'Hosting');
  await user.type(drawer.getByLabelText(/Rate/), '49,90');
  await user.click(drawer.getByRole('button', { name: 'Save' }));
  await expect.poll(() => created.bodies).toMatchObject([{ name: 'Hosting', rate: '49.90', sku: null }]);
});
