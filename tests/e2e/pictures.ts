import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { repository } from './support/places';
import { expect, test } from './support/test';

const STAFF = { email: 'ada@brightwater.example', password: 'violet-harbour-29-lantern' };

test('the portal, as the demo shows it to a customer', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Try as customer' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('You owe').first()).toBeVisible();
  await keep(page, 'portal-home.png');
});

test('the back office', async ({ page }) => {
  const response = await page.request.post('/api/v1/auth/sign-in', { data: STAFF });
  expect(response.ok()).toBe(true);
  await page.goto('/office/');
  await expect(page.getByText('Recent payments')).toBeVisible();
  await keep(page, 'office-home.png');
});

/** What fits the screen, as `api/docs/images/<name>`; small enough to load with a README. */
async function keep(page: Page, name: string): Promise<void> {
  const path = join(repository, 'api/docs/images', name);
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  expect(statSync(path).size, `${name} in bytes`).toBeLessThanOrEqual(300_000);
}
