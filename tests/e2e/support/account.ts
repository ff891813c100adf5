import { expect, type Page } from '@playwright/test';
import { look } from './look';
import { linkIn, mailTo } from './mailbox';
import { totp } from './totp';

/** Another device, signed out. */
export type Device = { page: Page; close: () => Promise<void> };
export type OpenDevice = () => Promise<Device>;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** As far as the password goes. */
export async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From the portal's account page to its door. */
export async function signOut(page: Page, portal: string): Promise<void> {
  await page.goto(`/${portal}/account/profile`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
}

/** Has a link sent, chooses a new password by it, and finds that the link works once. */
export async function resetPassword(page: Page, portal: string, email: string, fresh: string, open: OpenDevice) {
  await page.goto(`/${portal}/login`);
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expect(heading(page, 'Forgotten your password?')).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('If this address can sign in here')).toBeVisible();
  await look(page, 'portal-forgot-password-sent');
  const link = linkIn(await mailTo(page.request, email, /Choose a new password/), '/reset-password/');
  await page.goto(link);
  await expect(heading(page, 'Choose a new password')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page.getByText('Your new password is set. Sign in with it.')).toBeVisible();
  const again = await open();
  await again.page.goto(link);
  await expect(again.page.getByText('This link has been used')).toBeVisible();
  await again.close();
}

/** On the page that demands an authenticator app: sets one up, keeps the recovery codes, and returns its key. */
export async function setUpAuthenticator(page: Page, password: string): Promise<string> {
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const picture = page.getByRole('img', { name: /QR code/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await look(page, 'portal-authenticator-secret');
  const secret = (await page.getByRole('main').locator('code').textContent()) ?? '';
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
  return secret;
}

/** A wrong code is refused, the app's next one taken: each is good once, and the last was used a moment ago. */
export async function enterCode(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Code from your authenticator app').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This code is wrong or was used already.')).toBeVisible();
  await look(page, 'portal-sign-in-code');
  await page.getByLabel('Code from your authenticator app').fill(totp(secret, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Makes new recovery codes, of which one lets a second device in; sees that device, and ends its session. */
export async function endOtherSession(page: Page, portal: string, email: string, password: string, open: OpenDevice) {
  await page.goto(`/${portal}/account/security`);
  await page.getByRole('button', { name: 'New recovery codes' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Make new recovery codes' }).click();
  const code = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().textContent();
  await page.getByRole('button', { name: 'I have kept them' }).click();

  const other = await open();
  await other.page.goto(`/${portal}`);
  await enterPassword(other.page, email, password);
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
  await other.close();
}
