import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { devices, surroundings } from './support/devices';
import { look } from './support/look';
import { linkIn, mailTo } from './support/mailbox';
import { letIn } from './support/scene';
import { expect, listen, test } from './support/test';
import { totp } from './support/totp';

const FRESH = 'copper-lantern-walks-home-7';
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a customer looks after the own account', { tag: '@journey' }, async ({ business, browser, baseURL, request }) => {
  test.setTimeout(180_000);
  const customer = await business.api.post('/customers', {
    kind: 'individual',
    display_name: 'Maja Lindqvist',
    first_name: 'Maja',
    last_name: 'Lindqvist',
    email: `maja-${randomBytes(4).toString('hex')}@lindqvist.example`,
  });
  const person = await letIn(request, business, customer);
  const home = `/${business.organization.portal_name}`;
  const open = async () => {
    const context = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
    const page = await context.newPage();
    return { context, page, complaints: listen(page) };
  };
  const { context, page, complaints } = await open();

  await test.step('asks for a link, as the password is forgotten', async () => {
    await page.goto(home);
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await expect(heading(page, 'Forgotten your password?')).toBeVisible();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText('If this address can sign in here')).toBeVisible();
    await look(page, 'portal-forgot-password-sent');
  });

  await test.step('chooses a new password by the link, which works once', async () => {
    const link = linkIn(await mailTo(page.request, person.email, /password/i), '/reset-password/');
    await page.goto(link);
    await expect(heading(page, 'Choose a new password')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
    await page.getByLabel('New password').fill(FRESH);
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await expect(page.getByText('Your new password is set. Sign in with it.')).toBeVisible();
    const again = await open();
    await again.page.goto(link);
    await expect(again.page.getByText('This link has been used')).toBeVisible();
    await again.context.close();
  });

  await test.step('signs in with it', async () => {
    await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
    await page.getByLabel('Password', { exact: true }).fill(FRESH);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
  });

  let secret = '';
  await test.step('sets up an authenticator app', async () => {
    await page.getByRole('link', { name: 'Account of Maja Lindqvist' }).click();
    await page.getByRole('link', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByLabel('Your password').fill(FRESH);
    await page.getByRole('button', { name: 'Continue' }).click();
    const picture = page.getByRole('img', { name: /QR code/ });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await look(page, 'portal-authenticator-secret');
    secret = (await page.getByRole('main').locator('code').textContent()) ?? '';
    await page.getByLabel('Code from your authenticator app').fill(totp(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    await look(page, 'portal-recovery-codes');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('recovery-codes.txt');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByText('You have 10 recovery codes left.')).toBeVisible();
  });

  expect(complaints.join('\n'), "the customer's console").toBe('');

  await test.step('signs out, and in again with a code', async () => {
    await page.getByRole('link', { name: 'Profile' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await signIn(page, person.email);
    await page.getByLabel('Code from your authenticator app').fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('This code is wrong or was used already.')).toBeVisible();
    await look(page, 'portal-sign-in-code');
    // Each code is good once, and the last one was used a moment ago.
    await page.getByLabel('Code from your authenticator app').fill(totp(secret, 1));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page, 'Hello, Maja')).toBeVisible();
  });

  await test.step('sees another device, signed in with a recovery code, and ends its session', async () => {
    await page.getByRole('link', { name: 'Account of Maja Lindqvist' }).click();
    await page.getByRole('link', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'New recovery codes' }).click();
    await page.getByLabel('Your password').fill(FRESH);
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    const code = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().textContent();
    await page.getByRole('button', { name: 'I have kept them' }).click();

    const other = await open();
    await other.page.goto(home);
    await signIn(other.page, person.email);
    await other.page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await other.page.getByLabel('Recovery code').fill(code ?? '');
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(other.page, 'Hello, Maja')).toBeVisible();

    await page.reload();
    await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible();
    await expect(page.getByText('This device')).toHaveCount(1);
    const end = page.getByRole('button', { name: /^Sign out: Chrome/ });
    await expect(end).toHaveCount(1);
    await end.click();
    await expect(page.getByText('You are signed in on this device only.')).toBeVisible();
    await other.page.reload();
    await expect(heading(other.page, 'Sign in')).toBeVisible();
    await other.context.close();
  });
  await context.close();
});

/** As far as the password goes. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(FRESH);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('staff set up what their organization demands', { tag: '@journey' }, async ({ page, business }) => {
  test.setTimeout(120_000);
  const { email, password } = business.owner;

  await test.step('the owner signs in', async () => {
    await page.goto('/office/settings/security');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  });

  await test.step('and demands an authenticator app of staff', async () => {
    await page.getByRole('switch', { name: /Required for staff/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
  });

  await test.step('which comes before everything else', async () => {
    await page.goto('/office/payments');
    await expect(heading(page, 'Set up an authenticator app')).toBeVisible();
    await look(page, 'office-authenticator-required');
    await page.getByLabel('Your password').fill(password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await look(page, 'office-authenticator-secret');
    const secret = (await page.getByRole('main').locator('code').textContent()) ?? '';
    await page.getByLabel('Code from your authenticator app').fill(totp(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
    await look(page, 'office-recovery-codes');
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(heading(page, 'Payments')).toBeVisible();
  });

  await test.step('and cannot be turned off', async () => {
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: 'Account security' }).click();
    await expect(page.getByText('It is required here and cannot be turned off.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Turn off' })).toHaveCount(0);
  });
});
