import type { Page } from '@playwright/test';
import { type Scene, setScene } from './support/scene';
import { expect, test } from './support/test';

/** What is seen of these on the page now. */
const seen = (page: Page, role: 'button' | 'navigation' | 'banner') => page.getByRole(role).filter({ visible: true });

async function signIn(page: Page, { business, person }: Scene): Promise<string> {
  const portal = business.organization.portal_name;
  const response = await page.request.post(`/api/v1/portal/${portal}/auth/sign-in`, { data: person });
  expect(response.ok()).toBe(true);
  return `/${portal}`;
}

test('paper shows the document and nothing around it', async ({ page, request }) => {
  test.setTimeout(120_000);
  const scene = await setScene(request);
  const home = await signIn(page, scene);
  for (const [path, words] of [
    [`${home}/invoices/${scene.invoices.open}`, 'Samples and postage'],
    [`${home}/payments/${scene.payments.card}`, 'Visa •••• 4242'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    await expect(seen(page, 'navigation').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    for (const role of ['navigation', 'button', 'banner'] as const) {
      await expect(seen(page, role), `${role} on paper of ${path}`).toHaveCount(0);
    }
    await expect(page.getByRole('link', { name: 'Pay now' }).filter({ visible: true })).toHaveCount(0);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('two portals in one browser keep apart, and both stay open', async ({ page, request }) => {
  test.setTimeout(180_000);
  const [one, two] = [await setScene(request), await setScene(request)];
  const homes = [await signIn(page, one), await signIn(page, two)];
  for (const [index, scene] of [one, two, one].entries()) {
    const home = homes[index % 2] as string;
    await page.goto(`${home}/account/profile`);
    await expect(page.getByText(scene.person.email)).toBeVisible();
    await page.goto(home);
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Maja' })).toBeVisible();
    await page.reload();
    await expect(page.getByText('You owe')).toBeVisible();
  }
});
