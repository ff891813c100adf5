import type { Page } from '@playwright/test';
import { look } from './support/look';
import { expect, test } from './support/test';
import { totp } from './support/totp';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

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
