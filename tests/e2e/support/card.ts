import { expect, type Page } from '@playwright/test';

/** Fills in the sandbox's element; the name is that of the contact person. */
export async function fillCard(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry').fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await expect(page.getByLabel('Name on the card')).toHaveValue('Maja Lindqvist');
  await page.getByLabel('Country').selectOption('Germany');
}
