import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/**
 * Makes the README's pictures anew, from the demo:
 *
 *     PATH="$PWD/web-spa/node_modules/.bin:$PATH" playwright test --config tests/e2e/pictures.config.ts
 */
export default defineConfig({
  ...tests,
  testMatch: 'pictures.ts',
  globalSetup: './support/demo-server.ts',
  reporter: 'list',
  projects: [{ name: 'pictures', use: { viewport: { width: 1200, height: 750 }, deviceScaleFactor: 1.5 } }],
});
