import { expect, test } from './support/test';

test.describe('first pages', { tag: '@journey' }, () => {
  test('the landing page leads to the back office', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('a[href^="/office"]').first()).toBeVisible();
  });

  test('the back office asks a stranger to sign in', async ({ page }) => {
    await page.goto('/office/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('textbox').first()).toBeVisible();
  });
});
