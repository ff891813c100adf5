import { defineConfig } from '@playwright/test';
import { devices, surroundings } from './support/devices';
import { results } from './support/places';

export default defineConfig({
  testDir: '.',
  outputDir: `${results}/traces`,
  globalSetup: './support/server.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI === 'true',
  // What passes only at its second try is named flaky at the end.
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['html', { outputFolder: `${results}/report`, open: 'never' }]],
  use: {
    ...surroundings,
    trace: 'retain-on-failure',
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // A frame of another site is otherwise a process of its own, of whose place on the page the mouse learns late.
        '--disable-site-isolation-trials',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    // The journeys bring both devices themselves.
    { name: 'phone', use: devices.phone, testIgnore: '*journey.spec.ts' },
    // One's own account is looked after on a phone.
    { name: 'desktop', use: devices.desktop, testIgnore: 'account.spec.ts' },
  ],
});
