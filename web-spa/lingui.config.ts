import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const shared = 'packages/ui/src';
/** What the portal says beyond its home and its sign-in: words that the first page need not wait for. */
const later = [
  'apps/portal/src/features/account',
  'apps/portal/src/features/authenticator',
  'apps/portal/src/features/credit',
  'apps/portal/src/features/invitation',
  'apps/portal/src/features/invoices',
  'apps/portal/src/features/landing',
  'apps/portal/src/features/list',
  'apps/portal/src/features/password',
  'apps/portal/src/features/pay',
  'apps/portal/src/features/payments',
  'apps/portal/src/features/sign-up',
  'apps/portal/src/features/transfer',
  'packages/ui/src/security',
];
const exclude = ['**/*.test.tsx', '**/*.test.ts', '**/node_modules/**'];

/** One catalogue per audience: a customer never downloads the back office's words. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de', 'ar'],
  catalogs: [
    {
      path: '<rootDir>/packages/i18n/locales/{locale}/portal',
      include: ['apps/portal/src', shared],
      exclude: [...exclude, ...later.map((folder) => `${folder}/**`)],
    },
    {
      path: '<rootDir>/packages/i18n/locales/{locale}/later',
      include: later,
      exclude,
    },
    {
      path: '<rootDir>/packages/i18n/locales/{locale}/backoffice',
      include: ['apps/backoffice/src', shared],
      exclude,
    },
  ],
  compileNamespace: 'es',
  format: formatter({ lineNumbers: false }),
});
