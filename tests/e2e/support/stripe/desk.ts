import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Business } from '../business';
import { devices, surroundings } from '../devices';
import { listen } from '../test';
import { type Intent, KEYS, playStripe } from './play';

/** Switches the sandbox off, connects Stripe and tests the connection; returns Stripe's drawer. */
export async function connectStripe(staff: Page): Promise<Locator> {
  await staff.goto('/office/settings/gateways');
  await staff.getByRole('button', { name: 'Sandbox' }).click();
  const sandbox = staff.getByRole('dialog', { name: 'Sandbox' });
  await sandbox.getByLabel('Offer this to customers').uncheck();
  await sandbox.getByRole('button', { name: 'Save' }).click();
  // The drawer stays open above the list.
  await expect(staff.getByRole('row', { name: /Sandbox/, includeHidden: true })).toContainText('Off');
  await sandbox.getByRole('button', { name: 'Close' }).click();
  await staff.getByRole('button', { name: 'Stripe' }).click();
  const drawer = staff.getByRole('dialog', { name: 'Stripe' });
  await drawer.getByLabel('Publishable key').fill(KEYS.publishable);
  await drawer.getByLabel('Secret key').fill(KEYS.secret);
  await drawer.getByLabel('Signing secret of the webhook').fill(KEYS.webhook);
  await drawer.getByLabel('Offer this to customers').check();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByRole('button', { name: 'Test connection' }).click();
  await expect(drawer.getByText('Stripe accepts the credentials.')).toBeVisible();
  return drawer;
}

/** The customer's phone, on which Stripe is played. The browser itself tells that Stripe refused a card. */
export async function openPhone(
  browser: Browser,
  baseURL: string | undefined,
  paid: (intent: Intent) => Promise<void> = async () => {},
) {
  const device = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  await playStripe(device, paid);
  const customer = await device.newPage();
  const all = listen(customer);
  const complaints = () => all.filter((words) => !/402.*api\.stripe\.com/.test(words)).join('\n');
  return { customer, complaints, close: () => device.close() };
}

/** An invoice that was sent; its id. */
export async function owed({ api }: Business, customer_id: string, rate: string): Promise<string> {
  const lines = [{ name: 'Interior concept', quantity: '1', rate }];
  const { id } = await api.post('/invoices', { customer_id, lines });
  await api.post(`/invoices/${id}/mark-sent`);
  return id;
}
