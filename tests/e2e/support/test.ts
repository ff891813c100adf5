import { test as base, expect, type Page } from '@playwright/test';
import { type Business, signUp } from './business';

type Fixtures = {
  /** A fresh business; the browser isn't signed in to it. */
  business: Business;
};

/** A test in whose page anything complained on the console fails. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  baseURL: async ({}, use) => use(process.env.E2E_BASE_URL),

  business: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL });
    await use(await signUp(request));
    await request.dispose();
  },

  page: async ({ page }, use) => {
    const complaints = listen(page);
    await use(page);
    expect(complaints.join('\n'), 'the console').toBe('');
  },
});

/**
 * What a page complains of on its console from now on. Asking for a session that isn't there is no complaint, nor is
 * Playwright looking into the mailbox's sandboxed frame.
 */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const { url } = message.location();
    const signedOut = url.endsWith('/auth/refresh') && message.text().includes('401');
    const looking = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
    if (message.type() === 'error' && !signedOut && !looking) complaints.push(`${message.text()} (${url})`);
  });
  return complaints;
}

export { expect };
