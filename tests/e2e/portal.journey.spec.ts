import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  endOtherSession,
  enterCode,
  enterPassword,
  resetPassword,
  setUpAuthenticator,
  signOut,
} from './support/account';
import { type Business, signUp } from './support/business';
import { fillCard } from './support/card';
import { inArabic } from './support/catalogue';
import { devices, surroundings } from './support/devices';
import { look } from './support/look';
import { linkIn, mailsTo, mailTo } from './support/mailbox';
import { expect, listen, test } from './support/test';

const PASSWORD = 'violet-harbour-29-lantern';
const FRESH = 'copper-lantern-walks-home-7';
const FRESHER = 'seven-lanterns-cross-the-harbour';
const tail = randomBytes(3).toString('hex');
const mail = (name: string) => `${name}-${tail}@portal.example`;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('the portal in full', { tag: '@journey' }, async ({ page: staff, browser, baseURL }) => {
  test.setTimeout(480_000);
  const business = await signUp(staff.request, { organization_name: `Brightwater ${tail}`, name: 'Ada Holm' });
  const { api } = business;
  const open = async () => {
    const device = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
    const page = await device.newPage();
    return { page, complaints: listen(page), close: () => device.close() };
  };
  const customer = (name: string, more: Record<string, unknown> = {}) =>
    api.post('/customers', { kind: 'company', display_name: `${name} ${tail}`, ...more });
  const maja = await customer('Lindqvist', {
    first_name: 'Maja',
    last_name: 'Lindqvist',
    email: mail('maja'),
    allow_bank_debit: true,
  });
  const grace = await customer('Hopper', { first_name: 'Grace', last_name: 'Hopper', email: mail('grace') });
  const nobody = await customer('Nameless');

  await test.step('1. staff word the invitation their own way', async () => {
    await staff.goto('/office/settings/email-templates');
    await staff.getByRole('link', { name: 'Portal invitation', exact: true }).first().click();
    const text = staff.getByLabel('Text');
    await text.fill('Come in, {name}!\n\nThis link works until {expires}.');
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved. E-mails written from now on say this.')).toBeVisible();
  });

  await test.step('give access person by person, and again', async () => {
    await staff.goto(`/office/customers/${maja.id}`);
    await staff.getByRole('button', { name: 'Invite to portal' }).click();
    await expect(staff.getByText('Invited', { exact: true })).toBeVisible();
    const first = await mailTo(staff.request, mail('maja'), /./);
    expect(first.text).toContain('Come in, Maja');
    await staff.getByRole('button', { name: 'Invite again' }).click();
    await expect(async () => expect(await mailsTo(staff.request, mail('maja'))).toHaveLength(2)).toPass();
    const { page, close } = await open();
    await page.goto(linkIn(first, '/invitation/'));
    await expect(page.getByRole('button', { name: 'Accept invitation' })).toBeHidden();
    await expect(page.getByText(/has been used|no longer valid/)).toBeVisible();
    await close();
  });

  await test.step('many at once, with a report', async () => {
    await staff.goto('/office/customers');
    for (const name of [grace, nobody]) {
      await staff.getByRole('row').filter({ hasText: name.display_name }).getByRole('checkbox').check();
    }
    await staff.getByRole('button', { name: 'Invite to the portal' }).click();
    const report = staff.getByRole('dialog');
    await expect(report).toContainText(mail('grace'));
    await expect(report).toContainText('No contact person with an e-mail address');
    await report.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('while creating a customer', async () => {
    await staff.goto('/office/customers/new');
    await staff.getByLabel('Display name').fill(`Noether ${tail}`);
    await staff.getByLabel('First name').fill('Emmy');
    await staff.getByLabel('Last name').fill('Noether');
    await staff.getByLabel('E-mail').fill(mail('emmy'));
    await staff.getByLabel('Invite to the portal at once').check();
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Invited', { exact: true })).toBeVisible();
  });

  await test.step("and on the person's form, with a password that works once", async () => {
    await staff.getByRole('button', { name: 'Add' }).first().click();
    const form = staff.getByRole('dialog');
    await form.getByLabel('First name').fill('Ada');
    await form.getByLabel('Last name').fill('King');
    await form.getByLabel('E-mail').fill(mail('ada'));
    await form.getByLabel('Allow portal access').check();
    await form.getByLabel('First password').fill(PASSWORD);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    const { page, close } = await open();
    await page.goto(linkIn(await mailTo(staff.request, mail('ada')), '/login'));
    await expect(page.getByLabel('E-mail')).toHaveValue(mail('ada'));
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page, 'Choose a new password')).toBeVisible();
    await look(page, 'portal-choose-password');
    await page.getByLabel('New password').fill(FRESH);
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await expect(heading(page, 'Hello, Ada')).toBeVisible();
    await close();
  });

  let portal = business.organization.portal_name;
  await test.step('move the portal, which asks everybody to be invited again', async () => {
    portal = `bright-${tail}`;
    await staff.goto('/office/settings/branding');
    await staff.getByLabel('Portal name').fill(portal);
    await staff.getByRole('button', { name: 'Change…' }).click();
    await expect(staff.getByText('1 person has access and must be invited again.')).toBeVisible();
    await expect(staff.getByText('3 open invitations become void and must be sent again.')).toBeVisible();
    await staff.getByRole('button', { name: 'Change the address' }).click();
    await staff.getByRole('button', { name: 'Invite everybody again who needs it' }).click();
    await expect(staff.getByRole('dialog')).toContainText(mail('maja'));
  });

  const { page, complaints, close } = await open();
  const lines = (rate: string) => [{ name: 'Interior concept', quantity: '1', rate }];
  const invoice = async (rate: string, more: Record<string, unknown> = {}) => {
    const made = await api.post('/invoices', { customer_id: maja.id, lines: lines(rate), ...more });
    await api.post(`/invoices/${made.id}/mark-sent`);
    return made as { id: string };
  };
  const partial = await invoice('400', { allow_partial_payments: true });

  await test.step("2. the customer's home is complete, in three languages", async () => {
    await page.goto(linkIn(await mailTo(staff.request, mail('maja')), `${portal}/invitation/`));
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
    await expect(page.getByRole('main')).toContainText(/You owe\s*€400\.00/);
    await look(page, 'portal-journey-home');
    await speak(page, portal, 'Deutsch');
    await expect(page.getByRole('main')).toContainText('400,00');
    await speak(page, portal, 'العربية');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.goto(`/${portal}/invoices`);
    await expect(heading(page, inArabic('Invoices'))).toBeVisible();
    await speak(page, portal, 'English');
  });

  await test.step('3. staff see the first look live, and keep a view of it', async () => {
    await staff.goto('/office/invoices?status=viewed');
    await expect(heading(staff, 'Invoices')).toBeVisible();
    await page.goto(`/${portal}/invoices/${partial.id}`);
    await expect(staff.getByRole('row').filter({ hasText: `Lindqvist ${tail}` })).toBeVisible();
    await staff.getByRole('button', { name: 'Views' }).click();
    await staff.getByRole('menuitem', { name: 'Save this view…' }).click();
    await staff.getByRole('dialog').getByLabel('Name').fill('Seen');
    await staff.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByRole('dialog')).toBeHidden();
  });

  await test.step('4. pays a part by a card whose bank asks, at the second try', async () => {
    await page.goto(`/${portal}/pay?invoices=${partial.id}`);
    await fillCard(page, '4000002760003184');
    await page.getByRole('radio', { name: 'Another amount' }).check();
    await page.getByLabel('Amount in EUR').fill('150');
    await page.getByRole('button', { name: 'Pay €150.00' }).click();
    await expect(page.getByRole('dialog', { name: 'Your bank asks whether it is you' })).toBeVisible();
    // Left, and come back to later.
    await page.goto(`/${portal}/invoices/${partial.id}`);
    await expect(page.getByText('was started but not finished')).toBeVisible();
    await page.getByRole('link', { name: 'Finish or cancel it' }).click();
    await page.getByRole('button', { name: 'Continue to your bank' }).click();
    await page.getByRole('button', { name: 'Yes, pay' }).click();
    await expect(page.getByText('Thank you, €150.00 received')).toBeVisible();
  });

  await test.step('three invoices by one bank debit, which stays pending and then settles', async () => {
    await invoice('20');
    await invoice('30');
    await page.goto(`/${portal}/pay?currency=EUR`);
    await page.getByRole('radio', { name: /Bank debit/ }).check();
    await page.getByLabel('IBAN, or routing and account number').fill('DE89370400440532013000');
    await look(page, 'portal-pay-debit');
    await page.getByRole('button', { name: 'Pay €300.00' }).click();
    await expect(page.getByText('Agree to the mandate to pay by bank debit.')).toBeVisible();
    await page.getByLabel('I agree to this mandate').check();
    await page.getByRole('button', { name: 'Pay €300.00' }).click();
    await expect(page.getByText(/€300\.00 is being processed/)).toBeVisible();
    await look(page, 'portal-pay-pending');
    // Whoever comes back is told the truth, and cannot pay twice.
    const outcome = page.url();
    await page.reload();
    await expect(page.getByText(/€300\.00 is being processed/)).toBeVisible();
    await page.goto(`/${portal}/pay?invoices=${partial.id}`);
    await expect(heading(page, /Pay/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Pay €/ })).toBeHidden();
    await page.goto(outcome);
    await expect(page.getByText('Thank you, €300.00 received')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('5. finds both payments, sorted and filtered, with receipts', async () => {
    await page.goto(`/${portal}/payments`);
    const made = page.getByRole('main').getByRole('link', { name: /PAY-\d+/ });
    await expect(made).toHaveCount(2);
    await page
      .getByRole('link', { name: /PAY-\d+/ })
      .filter({ hasText: '€300.00' })
      .click();
    const receipt = page.getByRole('article');
    await expect(receipt).toContainText('SEPA •••• 3000');
    await expect(receipt.getByRole('link', { name: /INV-/ })).toHaveCount(3);
    await expect(async () => {
      const told = (await api.get('/notifications')).data as { kind: string }[];
      expect(told.filter(({ kind }) => kind === 'payment_received')).toHaveLength(2);
      expect(told.filter(({ kind }) => kind === 'invoice_viewed')).toHaveLength(1);
      const mails = await mailsTo(staff.request, mail('maja'));
      expect(mails.filter(({ attachments }) => attachments.length > 0)).toHaveLength(2);
    }).toPass();
  });

  await test.step('6. changes the own details, which staff see field by field', async () => {
    await page.goto(`/${portal}/account/profile`);
    await page.getByLabel('Phone').fill('+49 30 1234');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/has been told what changed/)).toBeVisible();
    await staff.goto('/office/notifications');
    const news = staff.getByRole('main').getByRole('listitem').filter({ hasText: 'changed details' });
    await expect(news).toHaveCount(1);
    await expect(news).toContainText('+49 30 1234');
  });

  await test.step('and the password, which ends other sessions', async () => {
    const other = await open();
    await other.page.goto(`/${portal}/login`);
    await enterPassword(other.page, mail('maja'), PASSWORD);
    await expect(heading(other.page, 'Hello, Maja')).toBeVisible();
    await page.goto(`/${portal}/account/security`);
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByLabel('New password').fill(FRESH);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText(/Your password is changed/)).toBeVisible();
    await other.page.goto(`/${portal}/invoices`);
    await expect(heading(other.page, 'Sign in')).toBeVisible();
    await other.close();
  });

  expect(complaints.join('\n'), "the customer's console").toBe('');

  await test.step('and, once it is forgotten, resets it', async () => {
    await signOut(page, portal);
    await resetPassword(page, portal, mail('maja'), FRESHER, open);
    await page.getByLabel('Password', { exact: true }).fill(FRESHER);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
  });

  await test.step('sets up the authenticator app that staff demand, and signs in with it', async () => {
    await staff.goto('/office/settings/security');
    await staff.getByRole('switch', { name: /Required for customers/ }).check();
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved.')).toBeVisible();
    await page.goto(`/${portal}`);
    await expect(heading(page, 'Set up an authenticator app')).toBeVisible();
    const secret = await setUpAuthenticator(page, FRESHER);
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
    await signOut(page, portal);
    await enterPassword(page, mail('maja'), FRESHER);
    await enterCode(page, secret);
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
  });

  await test.step('and ends the session of another device', async () => {
    await endOtherSession(page, portal, mail('maja'), FRESHER, open);
  });
  await close();
  await expect(async () => expect(await balances(business, maja.id)).toEqual([0])).toPass();
});

/** What a customer owes, by currency. */
async function balances({ api }: Business, id: string): Promise<number[]> {
  const { balances } = await api.get(`/customers/${id}`);
  return balances.map(({ outstanding }: { outstanding: number }) => outstanding);
}

/** Chooses a language in the account, and goes home. */
async function speak(page: Page, portal: string, language: string): Promise<void> {
  await page.goto(`/${portal}/account/profile`);
  await page.getByRole('main').getByText(language, { exact: true }).click();
  await expect(page.locator('html')).not.toHaveAttribute('lang', language === 'English' ? /^(de|ar)/ : /^en/);
  await page.goto(`/${portal}`);
}
