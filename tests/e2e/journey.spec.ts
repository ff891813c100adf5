import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { fillCard } from './support/card';
import { devices, surroundings } from './support/devices';
import { linkIn, mailsTo, mailTo } from './support/mailbox';
import { expect, listen, test } from './support/test';

const PASSWORD = 'violet-harbour-29-lantern';
const tail = randomBytes(3).toString('hex');
const business = `Brightwater ${tail}`;
const company = `Lindqvist Interiors ${tail}`;
const maja = `maja-${tail}@lindqvist.example`;

test('a business invoices a customer, who pays', { tag: '@journey' }, async ({ page: staff, browser, baseURL }) => {
  test.setTimeout(300_000);
  const device = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  const customer = await device.newPage();
  const complaints = listen(customer);

  await test.step('the business signs up', async () => {
    await staff.goto('/');
    await staff.getByRole('link', { name: 'Open the back office' }).click();
    await staff.getByRole('link', { name: 'Create your organization' }).click();
    await staff.getByLabel('Organization').fill(business);
    await staff.getByLabel('Your name').fill('Ada Holm');
    await staff.getByLabel('E-mail').fill(`ada-${tail}@brightwater.example`);
    await staff.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await choose(staff.getByRole('combobox', { name: 'Country' }), 'Germany');
    await expect(staff.getByRole('combobox', { name: 'Base currency' })).toHaveValue(/EUR/);
    await staff.getByRole('button', { name: 'Create organization' }).click();
    await expect(heading(staff, business)).toBeVisible();
    await expect(staff.getByRole('link', { name: 'Add a customer' })).toBeVisible();
  });

  await test.step('sets its tax', async () => {
    await staff.getByRole('link', { name: 'Settings' }).click();
    await staff.getByRole('link', { name: 'Taxes' }).click();
    await staff.getByRole('button', { name: 'Add' }).first().click();
    const drawer = staff.getByRole('dialog', { name: 'New tax' });
    await drawer.getByLabel('Name').fill('VAT');
    await drawer.getByLabel('Rate in percent').fill('19');
    await drawer.getByLabel('Default').check();
    await drawer.getByRole('button', { name: 'Save' }).click();
    await expect(drawer).toBeHidden();
    await expect(staff.getByRole('row', { name: /VAT.*Default.*19 %/ })).toBeVisible();
  });

  await test.step('and its colour', async () => {
    await staff.getByRole('link', { name: 'Branding' }).click();
    await staff.getByLabel('Accent colour').fill('#7a1f5c');
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved')).toBeVisible();
  });

  await test.step('adds a customer with a contact person', async () => {
    await staff.getByRole('link', { name: 'Customers' }).click();
    await staff.getByRole('link', { name: 'New customer' }).first().click();
    await staff.getByLabel('Display name').fill(company);
    await staff.getByLabel('First name').fill('Maja');
    await staff.getByLabel('Last name').fill('Lindqvist');
    await staff.getByLabel('E-mail').fill(maja);
    const billing = section(staff, 'Billing address');
    await billing.getByLabel('Street').first().fill('Torstraße 7');
    await billing.getByLabel('City').fill('Berlin');
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(heading(staff, company)).toBeVisible();
    await expect(staff.getByText('Maja Lindqvist')).toBeVisible();
    await expect(staff.getByText('No access')).toBeVisible();
  });

  let number = '';
  await test.step('writes an invoice and sees its totals while typing', async () => {
    await staff.getByRole('link', { name: 'New invoice' }).click();
    const totals = staff.getByRole('region', { name: 'Totals' });
    const first = staff.getByRole('group', { name: 'Line 1' });
    await first.getByLabel('Item or service').fill('Consulting');
    await first.getByLabel('Quantity').fill('3');
    await first.getByLabel('Rate').fill('120');
    await expect(totals).toContainText('€68.40');
    await expect(totals).toContainText('€428.40');
    await staff.getByRole('button', { name: 'Add line' }).click();
    const second = staff.getByRole('group', { name: 'Line 2' });
    await second.getByLabel('Item or service').fill('Printed plans');
    await second.getByLabel('Rate').fill('50');
    await expect(totals).toContainText('€487.90');
    await second.getByLabel('Discount', { exact: true }).fill('10');
    await expect(second).toContainText('€45.00');
    await expect(totals).toContainText('€481.95');
    await staff.getByRole('button', { name: 'Save and send…' }).click();
  });

  await test.step('sends it by mail, with the PDF', async () => {
    const dialog = staff.getByRole('dialog');
    await expect(dialog).toContainText(maja);
    await dialog.getByLabel('Message').fill('Thank you for the good work together.');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(heading(staff, /INV-\d+/)).toContainText('Sent');
    number = (await heading(staff, /INV-\d+/).textContent())?.match(/INV-\d+/)?.[0] ?? '';
    await mailTo(staff.request, maja, new RegExp(number));
    await staff.goto('/office/dev/mailbox');
    await staff.getByRole('button', { name: new RegExp(`${number}.*${maja}`) }).click();
    const mail = staff.getByRole('article');
    await expect(mail).toContainText(`${number}.pdf`);
    await expect(mail.frameLocator('iframe').getByText('Thank you for the good work together.')).toBeVisible();
  });

  await test.step('and gives the contact person access', async () => {
    await staff.goto('/office/customers');
    await staff.getByRole('link', { name: company }).click();
    await staff.getByRole('button', { name: 'Invite to portal' }).click();
    await expect(staff.getByText('Invited', { exact: true })).toBeVisible();
  });

  await test.step('the customer accepts the invitation', async () => {
    await customer.goto(linkIn(await mailTo(staff.request, maja, /invit|portal/i), '/invitation/'));
    await expect(heading(customer, 'Welcome, Maja')).toBeVisible();
    await expect(customer.getByText(business).first()).toBeVisible();
    await expect(customer.getByLabel('E-mail')).toHaveValue(maja);
    await customer.getByLabel('Choose a password').fill(PASSWORD);
    await customer.getByRole('button', { name: 'Accept invitation' }).click();
  });

  await test.step('sees the branded home with what is owed', async () => {
    await expect(heading(customer, 'Hello, Maja')).toBeVisible();
    await expect(customer.getByRole('banner').getByText(business)).toBeVisible();
    await expect(customer.getByRole('main')).toContainText(/You owe\s*€481\.95/);
    await expect(customer.getByRole('main')).toContainText('In one open invoice');
    await expect(customer.getByRole('link', { name: 'Pay now' })).toHaveCSS('background-color', 'rgb(122, 31, 92)');
  });

  await test.step('opens the invoice, and staff see that', async () => {
    const seen = customer.waitForResponse((response) => response.url().endsWith('/view'));
    await customer.getByRole('link', { name: new RegExp(number) }).click();
    await expect(heading(customer, `Invoice ${number}`)).toBeVisible();
    await expect(customer.getByRole('article')).toContainText('Printed plans');
    await expect(customer.getByRole('article')).toContainText('€481.95');
    expect((await seen).status()).toBe(204);
    // Where staff happen to be, without a reload.
    await expect(staff.getByRole('status').filter({ hasText: `${company} has seen ${number}` })).toBeVisible();
    await staff.goto('/office/invoices');
    await staff.getByRole('link', { name: number }).click();
    const state = staff.getByRole('complementary', { name: 'State of the invoice' });
    await expect(state).toContainText('First seen');
    await expect(state).toContainText('Maja Lindqvist');
    await expect(heading(staff, number)).toContainText('Viewed');
  });

  await test.step('downloads the PDF', async () => {
    await expectPdf(customer, `${number}.pdf`);
  });

  await test.step('is told in plain words that a card was declined', async () => {
    await customer.getByRole('link', { name: 'Pay now' }).click();
    await fillCard(customer, '4000000000000002');
    await customer.getByRole('button', { name: 'Pay €481.95' }).click();
    await expect(customer.getByRole('alert')).toContainText('The bank declined the card.');
    await expect(customer.getByRole('alert')).toContainText('You were not charged.');
  });

  await test.step('pays with another card', async () => {
    await fillCard(customer, '4242424242424242');
    await customer.getByRole('button', { name: 'Pay €481.95' }).click();
    await expect(customer.getByText('Thank you, €481.95 received')).toBeVisible();
  });

  await test.step('has a receipt, on screen, as PDF and by mail', async () => {
    await customer.getByRole('link', { name: 'See the receipt' }).click();
    await expect(customer.getByRole('article')).toContainText('Visa •••• 4242');
    await expect(customer.getByRole('article').getByRole('link', { name: number })).toBeVisible();
    await expectPdf(customer, /^PAY-\d+\.pdf$/);
    await mailTo(staff.request, maja, /receipt|payment/i);
  });

  await test.step('finds it among the payments made, and owes nothing more', async () => {
    const bar = customer.getByRole('navigation', { name: 'Bottom bar' });
    await bar.getByRole('link', { name: 'Payments' }).click();
    await expect(heading(customer, 'Payments')).toBeVisible();
    const made = customer.getByRole('main').getByRole('link', { name: /PAY-\d+/ });
    await expect(made).toHaveCount(1);
    await expect(made).toContainText('€481.95');
    await expect(made).toContainText('Succeeded');
    await bar.getByRole('link', { name: 'Home' }).click();
    await expect(customer.getByText('Nothing to pay')).toBeVisible();
  });

  await test.step('staff see it paid, by one payment', async () => {
    await staff.reload();
    await expect(heading(staff, number)).toContainText('Paid');
    const payments = staff.getByRole('complementary').getByRole('link', { name: /^PAY-\d+$/ });
    await expect(payments).toHaveCount(1);
    await staff.getByRole('navigation').getByRole('link', { name: 'Payments' }).click();
    const rows = staff.getByRole('row').filter({ hasText: company });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(number);
    await expect(rows).toContainText('€481.95');
  });

  await test.step('and are told once of each thing that happened', async () => {
    await staff.getByRole('button', { name: /^Notifications/ }).click();
    await staff.getByRole('link', { name: 'All notifications' }).click();
    await expect(heading(staff, 'Notifications')).toBeVisible();
    const told = staff.getByRole('main').getByRole('listitem');
    for (const words of [
      `${company} can now use the portal`,
      `${company} has seen ${number}`,
      `${company} paid €481.95`,
      `A payment of €481.95 by ${company} failed`,
    ]) {
      await expect(told.filter({ hasText: words })).toHaveCount(1);
    }
    await expect(told).toHaveCount(4);
  });

  await test.step('a disabled person lands at the sign-in at once', async () => {
    expect(complaints.join('\n'), "the customer's console").toBe('');
    await staff.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
    await staff.getByRole('link', { name: company }).click();
    await staff.getByRole('button', { name: 'Disable' }).click();
    await expect(staff.getByText('Disabled', { exact: true })).toBeVisible();
    // The page may have learnt it live by now; the next request learns it for certain.
    await customer.reload();
    await expect(heading(customer, 'Sign in')).toBeVisible();
    await expect(customer.getByRole('navigation', { name: 'Bottom bar' })).toBeHidden();
  });

  await test.step('no mail went out twice', async () => {
    await expect(async () => {
      const subjects = (await mailsTo(staff.request, maja)).map(({ subject }) => subject);
      expect(subjects, 'invoice, invitation, receipt').toHaveLength(3);
    }).toPass();
  });
  await device.close();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const section = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });

/** Types into a select that searches, and takes the option of that name. */
async function choose(select: Locator, name: string): Promise<void> {
  await select.fill(name);
  await select.page().getByRole('option', { name, exact: true }).click();
}

async function expectPdf(page: Page, name: string | RegExp): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(name);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(5_000);
}
