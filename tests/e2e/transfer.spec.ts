import { randomBytes } from 'node:crypto';
import { devices, surroundings } from './support/devices';
import { look } from './support/look';
import { letIn } from './support/scene';
import { expect, listen, test } from './support/test';

const IBAN = 'DE89 3704 0044 0532 0130 00';

test('a customer pays by bank transfer', { tag: '@journey' }, async ({ business, browser, baseURL, page, request }) => {
  test.setTimeout(180_000);
  const { api, organization, owner } = business;
  const customer = await api.post('/customers', {
    kind: 'individual',
    display_name: 'Maja Lindqvist',
    first_name: 'Maja',
    last_name: 'Lindqvist',
    email: `maja-${randomBytes(4).toString('hex')}@lindqvist.example`,
  });
  const person = await letIn(request, business, customer);
  const lines = [{ name: 'Interior concept', quantity: '1', rate: '1190' }];
  const invoice = await api.post('/invoices', { customer_id: customer.id, lines });
  await api.post(`/invoices/${invoice.id}/mark-sent`);

  await test.step('staff enter the account', async () => {
    await page.request.post('/api/v1/auth/sign-in', { data: { email: owner.email, password: owner.password } });
    await page.goto('/office/settings/gateways');
    await page.getByRole('button', { name: 'Add bank account' }).click();
    const drawer = page.getByRole('dialog', { name: 'New bank account' });
    await drawer.getByLabel('Account holder').fill('Brightwater Studio GmbH');
    await drawer.getByLabel('Bank', { exact: false }).last().fill('Commerzbank Berlin');
    await drawer.getByLabel('IBAN').fill(IBAN);
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(IBAN)).toBeVisible();
  });

  const context = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  const phone = await context.newPage();
  const complaints = listen(phone);

  await test.step('the customer sees where to send the money, and says that it is sent', async () => {
    const sign = `/api/v1/portal/${organization.portal_name}/auth/sign-in`;
    await context.request.post(sign, { data: person });
    await phone.goto(`/${organization.portal_name}/invoices/${invoice.id}`);
    await phone.getByRole('link', { name: 'Pay by bank transfer' }).click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Pay by bank transfer' })).toBeVisible();
    await expect(phone.getByText(IBAN)).toBeVisible();
    await expect(phone.getByText('€1,190.00')).toBeVisible();
    const code = phone.getByRole('img', { name: /QR code/ });
    await expect(code).toBeVisible();
    expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await look(phone, 'portal-transfer-open');
    await phone.getByRole('button', { name: 'I have transferred it' }).click();
    await expect(phone.getByText(/You told us that you transferred it/)).toBeVisible();
  });

  await test.step('staff read it on the invoice and record the money', async () => {
    await page.goto(`/office/invoices/${invoice.id}`);
    const notice = page.getByRole('alert').filter({ hasText: 'says it was transferred' });
    await expect(notice).toContainText('Maja Lindqvist');
    await notice.getByRole('link', { name: 'Record payment' }).click();
    await expect(page.getByLabel('Amount received')).toHaveValue(/1,?190(.00)?/);
    await expect(page.getByLabel('Reference')).toHaveValue(/INV-/);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /PAY-/ })).toBeVisible();
    await page.goto(`/office/invoices/${invoice.id}`);
    await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('says it was transferred')).toBeHidden();
  });

  await test.step('nothing is asked for any more', async () => {
    await phone.goto(`/${organization.portal_name}/invoices/${invoice.id}`);
    await expect(phone.getByText('Paid', { exact: true }).first()).toBeVisible();
    await expect(phone.getByRole('link', { name: 'Pay by bank transfer' })).toBeHidden();
    await context.close();
  });
  expect(complaints.join('\n'), 'the console').toBe('');
});
