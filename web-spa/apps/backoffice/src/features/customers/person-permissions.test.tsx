import { answer, expectAccessible } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customer, page, person } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('holds one person to less than everybody', async () => {
  answer('get', '/customers/cus_1', customer());
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  const { user } = openOffice('/customers/cus_1');
  await user.click(await screen.findByRole('button', { name: 'Edit Maria' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Edit contact person' }));
  const put = answer('put', '/customers/cus_1/contact-persons/per_1/portal-permissions', person());
  await user.click(await drawer.findByRole('switch', { name: 'As everybody in the portal' }));
  await user.click(await drawer.findByRole('checkbox', { name: 'Invoices: Pay' }));
  await expect.poll(() => put.bodies.length).toBe(2);
  expect(put.bodies[1]).toEqual({
    modules: [
      { module: 'invoices', enabled: true, permissions: ['view', 'download'] },
      { module: 'payments', enabled: true, permissions: ['view', 'download'] },
    ],
  });
  await expectAccessible();
  await user.click(drawer.getByRole('switch', { name: 'As everybody in the portal' }));
  await expect.poll(() => put.bodies[2]).toEqual({ modules: null });
});
