import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Business, signUp } from './support/business';
import { devices, surroundings } from './support/devices';
import { mailTo } from './support/mailbox';
import { expect, listen, test } from './support/test';

const tail = randomBytes(3).toString('hex');
const grace = `grace-${tail}@hopper.example`;

test('a stranger pays by a link', async ({ page: staff, browser, baseURL }) => {
  test.setTimeout(180_000);
  const business = await signUp(staff.request, { organization_name: `Links ${tail}`, name: 'Ada Holm' });
  const { customer, invoice } = await owed(business);
  const device = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  const stranger = await device.newPage();
  const complaints = listen(stranger);
  let url = '';

  await test.step('staff make a link for an invoice', async () => {
    await staff.goto(`/office/invoices/${invoice.id}`);
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name: 'Payment link…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'New payment link' });
    await expect(dialog.getByLabel('Works for so many days')).toHaveValue('15');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    url = await staff.getByRole('dialog', { name: 'Your payment link' }).getByLabel('Link').inputValue();
    expect(url).toContain('/pay-link/');
    await staff.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('a stranger opens it, and a declined card is told in plain words', async () => {
    await stranger.goto(new URL(url).pathname);
    await expect(stranger.getByText(invoice.number)).toBeVisible();
    await fillCard(stranger, '4000000000009995');
    await stranger.getByRole('button', { name: 'Pay €100.00' }).click();
    await expect(stranger.getByRole('alert')).toContainText('You were not charged.');
  });

  await test.step('the bank asks, and the money arrives once', async () => {
    await fillCard(stranger, '4000002760003184');
    await stranger.getByRole('button', { name: 'Pay €100.00' }).click();
    await stranger.getByRole('button', { name: 'Yes, pay' }).click();
    await expect(stranger.getByText('Thank you, €100.00 received')).toBeVisible();
    await stranger.reload();
    await expect(stranger.getByText('Thank you, €100.00 received')).toBeVisible();
    await stranger.goto(new URL(url).pathname);
    await expect(stranger.getByText('Thank you, €100.00 received')).toBeVisible();
    const receipt = await mailTo(staff.request, grace);
    expect(receipt.attachments.map(({ name }) => name)).toEqual(['PAY-000001.pdf']);
  });

  await test.step('staff see it paid', async () => {
    await staff.goto('/office/payments');
    await staff.getByRole('link', { name: 'Payment links' }).click();
    const list = staff.getByRole('main');
    await expect(list).toContainText(invoice.number);
    await expect(list).toContainText('PAY-000001');
    await expect(list.getByText('Paid', { exact: true }).first()).toBeVisible();
    await staff.goto(`/office/invoices/${invoice.id}`);
    await expect(staff.getByText('Paid', { exact: true }).first()).toBeVisible();
  });

  await test.step('a deposit is asked for, behind a code by mail', async () => {
    await staff.goto('/office/settings/portal');
    await staff.getByLabel('A code comes before a payment link').check();
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved')).toBeVisible();
    await staff.goto(`/office/customers/${customer.id}`);
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name: 'Payment link…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'New payment link' });
    await dialog.getByLabel('Amount in EUR').fill('250');
    await dialog.getByLabel('What it is for').fill('Deposit for May');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    url = await staff.getByRole('dialog', { name: 'Your payment link' }).getByLabel('Link').inputValue();

    await stranger.goto(new URL(url).pathname);
    await expect(stranger.getByText('Deposit for May')).toBeHidden();
    await stranger.getByRole('button', { name: 'Send me the code' }).click();
    await expect(stranger.getByText('g•••@h•••.example')).toBeVisible();
    const mail = await mailTo(staff.request, grace, /code/i);
    const code = mail.text.match(/\b\d{6}\b/)?.[0] ?? '';
    await stranger.getByLabel('Code from the mail').fill(code);
    await stranger.getByRole('button', { name: 'Continue' }).click();
    await expect(stranger.getByText('Deposit for May')).toBeVisible();
  });

  await test.step('staff take the link back', async () => {
    await staff.goto('/office/payment-links?status=viewed');
    await staff.getByRole('button', { name: 'Cancel', exact: true }).click();
    await staff.getByRole('button', { name: 'Cancel the link' }).click();
    await expect(staff.getByText('Deposit for May')).toBeHidden();
    await fillCard(stranger, '4242424242424242');
    await stranger.getByRole('button', { name: 'Pay €250.00' }).click();
    await expect(stranger.getByText('This link was cancelled')).toBeVisible();
  });

  // The browser itself tells of refusals: the cancelled link's.
  expect(complaints.filter((words) => !/410/.test(words)).join('\n'), 'the console').toBe('');
  await device.close();
});

async function owed({ api }: Business) {
  const customer = await api.post('/customers', {
    kind: 'company',
    display_name: 'Hopper & Sons',
    first_name: 'Grace',
    last_name: 'Hopper',
    email: grace,
  });
  const lines = [{ name: 'Work', quantity: '1', rate: '100' }];
  const draft = await api.post('/invoices', { customer_id: customer.id, lines });
  const invoice: { id: string; number: string } = await api.post(`/invoices/${draft.id}/mark-sent`);
  return { customer: customer as { id: string }, invoice };
}

async function fillCard(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry').fill('1234');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on the card').fill('Grace Hopper');
  await page.getByLabel('Country').selectOption('DE');
}
