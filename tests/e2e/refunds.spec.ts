import { devices, surroundings } from './support/devices';
import { mailTo } from './support/mailbox';
import { setScene } from './support/scene';
import { expect, listen, test } from './support/test';

test('money is given back in part, and both sides see it', { tag: '@journey' }, async ({
  page: staff,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const scene = await setScene(staff.request);
  const { business, person, payments, invoices, customer } = scene;
  const portal = `/${business.organization.portal_name}`;
  const device = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  const signedIn = await device.request.post(`/api/v1/portal${portal}/auth/sign-in`, { data: person });
  expect(signedIn.ok()).toBe(true);
  const guest = await device.newPage();
  const complaints = listen(guest);

  await test.step('staff refund 20.00 of a card payment', async () => {
    await staff.goto(`/office/payments/${payments.card}`);
    await staff.getByRole('link', { name: 'Refund…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Give money back' });
    await dialog.getByLabel(/Amount in EUR/).fill('20');
    await expect(dialog.getByLabel(/Take back from/)).toHaveValue('20.00');
    await dialog.getByLabel('Reason').fill('A sample was missing');
    await dialog.getByRole('button', { name: 'Refund' }).click();
    await expect(staff.getByText('Partly refunded')).toBeVisible();
    await expect(staff.getByText('Given back', { exact: true })).toBeVisible();
    await staff.goto(`/office/invoices/${invoices.paid}`);
    await expect(staff.getByRole('complementary', { name: 'State of the invoice' })).toContainText('€20.00');
  });

  await test.step('the customer is told by mail, and sees it', async () => {
    await mailTo(staff.request, person.email, /refund/i);
    await guest.goto(`${portal}/payments/${payments.card}`);
    await expect(guest.getByText('Partly refunded')).toBeVisible();
    await expect(guest.getByText(/€20.00 was given back on/)).toBeVisible();
    await expect(guest.getByText('A sample was missing')).toBeHidden();
  });

  await test.step('the customer pays what is due again with credit', async () => {
    await business.api.post('/payments', {
      customer_id: customer,
      date: new Date().toISOString().slice(0, 10),
      amount: { amount: 5_000, currency: 'EUR' },
      mode: 'cash',
    });
    await guest.goto(`${portal}/invoices/${invoices.paid}`);
    await guest.getByRole('button', { name: 'Use €20.00 of my credit' }).click();
    await expect(guest.getByRole('main')).toContainText('Credits applied');
    await expect(guest.getByRole('button', { name: /of my credit/ })).toBeHidden();
  });

  await test.step('staff take the credit off again', async () => {
    await staff.goto(`/office/invoices/${invoices.paid}`);
    await staff.getByRole('button', { name: /^Remove the credit of/ }).click();
    await staff.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(staff.getByRole('link', { name: 'Apply credit' })).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await device.close();
});
