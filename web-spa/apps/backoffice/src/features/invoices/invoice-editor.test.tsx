import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { customer, customerRow, gateway, invoice, item, page, person, tax, totals } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

beforeEach(() => {
  answer('get', '/gateways', { data: [gateway()] });
  answer('get', '/taxes', page(tax()));
  answer('get', '/tax-groups', page());
  answer('get', '/customers', page(customerRow()));
  answer('get', '/customers/cus_1', customer());
  answer('get', '/items', page(item()));
});

it('writes an invoice: customer, item, live totals, save, and on to sending', async () => {
  const { user, url } = openOffice('/invoices/new');
  const asked = answer('post', '/invoices/calculate', totals());
  const created = answer(
    'post',
    '/invoices',
    invoice({ number: null, status: 'draft', allowed_actions: ['edit', 'send'] }),
    201,
  );

  await user.click(await screen.findByRole('combobox', { name: /Customer/ }));
  await user.click(await screen.findByRole('option', { name: 'Acme' }));
  expect(await screen.findByDisplayValue('30 days')).toBeVisible();
  await expectAccessible();

  const line = within(screen.getByRole('group', { name: 'Line 1' }));
  await user.click(line.getByLabelText('Item or service'));
  await user.click(await screen.findByRole('option', { name: /Consulting/ }));
  await user.clear(line.getByLabelText('Quantity'));
  await user.type(line.getByLabelText('Quantity'), '2');
  expect(line.getByLabelText('Rate')).toHaveValue('120.00');
  expect(await within(screen.getByRole('region', { name: 'Totals' })).findByText('€285.60')).toBeVisible();
  await expect
    .poll(() => asked.bodies.at(-1), { timeout: 5_000 })
    .toMatchObject({
      currency: 'EUR',
      customer_id: 'cus_1',
      lines: [{ name: 'Consulting', quantity: '2', rate: '120.00', tax_id: 'tax_1' }],
    });

  answer('get', '/invoices/inv_1', invoice({ number: null, status: 'draft', allowed_actions: ['edit', 'send'] }));
  answer('get', '/customers/cus_1/contact-persons', page(person()));
  await user.click(screen.getByRole('button', { name: 'Save and send…' }));
  expect(await screen.findByRole('dialog', { name: 'Send invoice' })).toBeVisible();
  expect(url()).toBe('/office/invoices/inv_1/send');
  expect(created.bodies[0]).toMatchObject({
    customer_id: 'cus_1',
    terms_days: 30,
    gateways: ['sandbox'],
    number: null,
    lines: [{ item_id: 'itm_1', name: 'Consulting', quantity: '2', unit: 'hour', rate: '120.00', tax_id: 'tax_1' }],
  });
});

it('reads amounts as they are typed and sends minor units', async () => {
  const { user } = openOffice('/invoices/new?customer_id=cus_1');
  answer('post', '/invoices/calculate', totals());
  answer('get', '/invoices/inv_1', invoice());
  const created = answer('post', '/invoices', invoice(), 201);
  const line = within(await screen.findByRole('group', { name: 'Line 1' }));
  await user.type(line.getByLabelText('Item or service'), 'Repair');
  await user.type(line.getByLabelText('Rate'), '1,250.50');
  await user.type(screen.getByLabelText('Shipping'), '4.9');
  await user.type(screen.getByLabelText('Discount on the whole'), '10');
  await user.selectOptions(screen.getByLabelText('Discount on the whole in'), 'EUR');
  await user.type(screen.getByLabelText('Amount of the adjustment'), '-0.5');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('article', { name: 'Invoice' });
  expect(created.bodies[0]).toMatchObject({
    lines: [{ rate: '1250.50' }],
    shipping: { amount: 490, tax_id: null },
    discount: { amount: 1000 },
    adjustment: { amount: -50, label: 'Adjustment' },
  });
});

it('shows what the server refuses at the field it speaks of', async () => {
  const { user } = openOffice('/invoices/new?customer_id=cus_1');
  answer('post', '/invoices/calculate', totals());
  answer(
    'post',
    '/invoices',
    problem(422, 'validation_failed', [
      { pointer: '/lines/0/quantity', code: 'too_large', detail: 'This quantity is too large' },
      { pointer: '/shipping/amount', code: 'negative', detail: 'Shipping cannot be negative' },
    ]),
  );
  const line = within(await screen.findByRole('group', { name: 'Line 1' }));
  await user.type(line.getByLabelText('Item or service'), 'Repair');
  await user.type(line.getByLabelText('Rate'), '5');
  await user.click(screen.getByRole('button', { name: 'Save draft' }));
  expect(await line.findByText('This quantity is too large')).toBeVisible();
  expect(line.getByLabelText('Quantity')).toHaveFocus();
  expect(screen.getByText('Shipping cannot be negative')).toBeVisible();
});

it('adds lines with Enter, moves them, and asks before leaving unsaved', async () => {
  const { user, url } = openOffice('/invoices/new?customer_id=cus_1');
  answer('post', '/invoices/calculate', totals());
  answer('get', '/payments', page());
  const first = within(await screen.findByRole('group', { name: 'Line 1' }));
  await user.type(first.getByLabelText('Item or service'), 'One');
  await user.type(first.getByLabelText('Rate'), '5{Enter}');
  const second = within(await screen.findByRole('group', { name: 'Line 2' }));
  expect(second.getByLabelText('Item or service')).toHaveFocus();
  await user.keyboard('Two');
  await user.click(second.getByLabelText('Quantity'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(within(screen.getByRole('group', { name: 'Line 1' })).getByLabelText('Item or service')).toHaveValue('Two');

  await user.click(screen.getByRole('link', { name: 'Payments' }));
  expect(await screen.findByText('Leave without saving?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep editing' }));
  expect(url()).toContain('/invoices/new');
  await user.click(screen.getByRole('link', { name: 'Payments' }));
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(await screen.findByText('No payments yet')).toBeVisible();
});

it('shows what somebody else changed instead of overwriting it', async () => {
  const before = invoice({ status: 'draft', allowed_actions: ['edit'] });
  answer('get', '/invoices/inv_1', before);
  answer('post', '/invoices/calculate', totals());
  const patched = answer('patch', '/invoices/inv_1', problem(412, 'version_mismatch'));
  const { user } = openOffice('/invoices/inv_1/edit');
  await user.type(await screen.findByLabelText('Reference'), 'PO-7');
  answer('get', '/invoices/inv_1', { ...before, version: 5, due_date: '2027-01-31', notes: 'Theirs' });
  await user.click(screen.getByRole('button', { name: 'Save' }));

  const dialog = within(await screen.findByRole('dialog', { name: 'Somebody else changed it' }));
  expect(patched.calls[0]?.headers.get('If-Match')).toBe('"4"');
  expect(await dialog.findByText('Theirs')).toBeVisible();
  expect(dialog.getByText('Jan 31, 2027')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Load the latest version' }));
  expect(await screen.findByDisplayValue('Theirs')).toBeVisible();
  expect(screen.getByLabelText('Reference')).toHaveValue('');

  const again = answer('patch', '/invoices/inv_1', invoice({ version: 6 }));
  await user.type(screen.getByLabelText('Reference'), 'PO-7');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('article', { name: 'Invoice' });
  expect(again.calls[0]?.headers.get('If-Match')).toBe('"5"');
});

it('lets only notes change once money is attached', async () => {
  answer('get', '/invoices/inv_1', invoice({ allowed_actions: ['edit_notes'] }));
  const patched = answer('patch', '/invoices/inv_1', invoice({ version: 5 }));
  const { user } = openOffice('/invoices/inv_1/edit');
  await user.type(await screen.findByLabelText('Notes for the customer'), 'Thanks');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('article', { name: 'Invoice' });
  expect(patched.bodies).toEqual([{ notes: 'Thanks', terms: null }]);
});
