import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { messagePlugins } from './vite.shared.ts';

export default defineConfig({
  plugins: [react(), ...messagePlugins()],
  css: { postcss: {} },
  test: {
    environment: 'jsdom',
    include: ['apps/*/src/**/*.test.{ts,tsx}', 'packages/*/src/**/*.test.{ts,tsx}'],
    setupFiles: ['packages/testing/src/setup.ts'],
    css: false,
    restoreMocks: true,
    env: { TZ: 'UTC' },
    maxWorkers: 2,
    testTimeout: 45_000,
    retry: process.env.CI === 'true' ? 1 : 0,
    // As long as Testing Library waits: a busy machine is no failure.
    expect: { poll: { timeout: 10_000 } },
  },
});
