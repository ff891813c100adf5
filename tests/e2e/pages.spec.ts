import type { Browser, Page } from '@playwright/test';
import { inArabic } from './support/catalogue';
import { devices, surroundings } from './support/devices';
import { look, type Scheme } from './support/look';
import { type Scene, setScene } from './support/scene';
import { test as base, expect, listen } from './support/test';

/** Somebody at a page; what it complains of on its console is kept. */
type Visitor = { page: Page; complaints: string[] };
type Visitors = { scene: Scene; stranger: Visitor; staff: Visitor; customer: Visitor; arab: Visitor };

/** One of each for all pages: what is signed in and cached stays, which makes a long tour short. */
const test = base.extend<object, Visitors>({
  scene: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL });
      await use(await setScene(request));
      await request.dispose();
    },
    { scope: 'worker' },
  ],
  stranger: [async ({ browser }, use, { project }) => visit(browser, project.name, use), { scope: 'worker' }],
  staff: [
    async ({ browser, scene }, use, { project }) => {
      const { email, password } = scene.business.owner;
      await visit(browser, project.name, use, '/auth/sign-in', { email, password });
    },
    { scope: 'worker' },
  ],
  customer: [
    async ({ browser, scene }, use, { project }) =>
      visit(browser, project.name, use, `/portal${portal(scene)}/auth/sign-in`, scene.person),
    { scope: 'worker' },
  ],
  /** The same customer, who chose Arabic. */
  arab: [
    async ({ browser, scene }, use, { project }) => {
      const choose = async (visitor: Visitor) => {
        const { page } = visitor;
        await arrive(page, `${portal(scene)}/account/profile`, 'Your details');
        await page.getByRole('button', { name: 'العربية' }).click();
        await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
        await use(visitor);
      };
      await visit(browser, project.name, choose, `/portal${portal(scene)}/auth/sign-in`, scene.person);
    },
    { scope: 'worker' },
  ],
});

/** Opens a browser on that device; with credentials, its session's cookie is in it. */
async function visit(
  browser: Browser,
  device: string,
  use: (visitor: Visitor) => Promise<void>,
  path?: string,
  data?: Scene['person'],
): Promise<void> {
  const { reducedMotion } = surroundings.contextOptions;
  const context = await browser.newContext({
    ...devices[device === 'phone' ? 'phone' : 'desktop'],
    ...surroundings,
    reducedMotion,
    baseURL: process.env.E2E_BASE_URL,
  });
  if (path) {
    const response = await context.request.post(`/api/v1${path}`, { data });
    expect(response.ok(), `${path} answered ${response.status()}`).toBe(true);
  }
  const page = await context.newPage();
  await use({ page, complaints: listen(page) });
  await context.close();
}

type Shown = string | RegExp;
/** A page's name, its address, something that only stands there once its data has come, what its console may say. */
type Place = [name: string, path: (scene: Scene) => string, shows: Shown, mayComplain?: RegExp];

const portal = ({ business }: Scene) => `/${business.organization.portal_name}`;
const customer = (scene: Scene) => `/office/customers/${scene.customer}`;
const invoice = (scene: Scene) => `/office/invoices/${scene.invoices.open}`;

const doors: Place[] = [
  ['landing', () => '/', 'Open the back office'],
  ['office-sign-in', () => '/office/sign-in', 'No account yet?'],
  ['office-sign-up', () => '/office/sign-up', 'Already have an account?'],
  ['office-invitation', (scene) => scene.invitations.member, /Brightwater Studio/],
  ['office-forgot-password', () => '/office/forgot-password', 'Back to sign-in'],
  ['office-reset-password', (scene) => scene.resets.member, 'New password'],
  ['office-reset-password-gone', () => '/office/reset-password/unknown', /does not work/, /404/],
  ['office-not-found', () => '/office/nowhere', 'This page does not exist'],
  ['portal-login', (scene) => `${portal(scene)}/login`, 'See your invoices and pay them in one place.'],
  ['portal-invitation', (scene) => scene.invitations.person, /invites you to its customer portal/],
  ['portal-invitation-gone', (scene) => `${portal(scene)}/invitation/unknown`, /invitation/i, /404|ApiProblem/],
  ['portal-sign-up', (scene) => `${portal(scene)}/sign-up`, 'Send the link'],
  ['portal-sign-up-ask', (scene) => scene.signUps.ask, 'Who are you?'],
  ['portal-sign-up-join', (scene) => scene.signUps.join, /knows you as a contact of Berg Hotel/],
  ['portal-sign-up-gone', (scene) => `${portal(scene)}/sign-up/unknown`, /does not work/, /404|ApiProblem/],
  ['portal-forgot-password', (scene) => `${portal(scene)}/forgot-password`, 'Back to sign-in'],
  ['portal-reset-password', (scene) => scene.resets.person, 'New password'],
  [
    'portal-reset-password-gone',
    (scene) => `${portal(scene)}/reset-password/unknown`,
    /does not work/,
    /404|ApiProblem/,
  ],
  ['portal-confirm-email-gone', (scene) => `${portal(scene)}/confirm-email/unknown`, /does not work/, /404|ApiProblem/],
  ['portal-pay-link', (scene) => scene.links.open, 'Card number'],
  ['portal-pay-link-cancelled', (scene) => scene.links.cancelled, 'This link was cancelled'],
  [
    'portal-pay-link-unknown',
    (scene) => `${portal(scene)}/pay-link/unknown`,
    'This link opens nothing',
    /404|ApiProblem/,
  ],
  ['portal-unknown', () => '/no-such-portal', 'There is no portal at this address', /404|ApiProblem/],
];

const office: Place[] = [
  ['home', () => '/office/', 'Recent payments'],
  ['customers', () => '/office/customers', 'Nordlicht Hotel'],
  ['customer-new', () => '/office/customers/new', 'Payment terms (days)'],
  ['customer-import', () => '/office/customers/import', /CSV/],
  ['customer-sign-ups', () => '/office/customers/sign-ups', 'Noor Haddad'],
  ['customer', customer, 'Jonas Weber'],
  ['customer-saved-cards', (scene) => `/office/customers/${scene.saver.customer}`, 'Saved cards and accounts'],
  ['customer-invoices', (scene) => `${customer(scene)}/invoices`, /INV-\d+/],
  ['customer-payments', (scene) => `${customer(scene)}/payments`, /PAY-\d+/],
  ['customer-timeline', (scene) => `${customer(scene)}/timeline`, 'Customer created'],
  ['customer-edit', (scene) => `${customer(scene)}/edit`, 'Payment terms (days)'],
  ['items', () => '/office/items', 'Colour consultation'],
  ['item-new', () => '/office/items/new', 'New item'],
  ['item', (scene) => `/office/items/${scene.item}`, 'Edit item'],
  ['invoices', () => '/office/invoices', 'Partially paid'],
  ['invoice-new', () => '/office/invoices/new', 'Round to a whole amount'],
  ['invoice', invoice, 'Samples and postage'],
  ['invoice-draft', (scene) => `/office/invoices/${scene.invoices.draft}`, 'Draft'],
  ['invoice-paid', (scene) => `/office/invoices/${scene.invoices.paid}`, 'Paid'],
  ['invoice-credit', (scene) => `/office/invoices/${scene.invoices.partial}/credit`, 'Apply credit'],
  ['invoice-void', (scene) => `/office/invoices/${scene.invoices.void}`, 'Voided: Written twice'],
  ['invoice-edit', (scene) => `/office/invoices/${scene.invoices.draft}/edit`, '€2,424.36'],
  ['invoice-pdf', (scene) => `${invoice(scene)}/pdf`, /Page 1|INV-\d+/],
  ['invoice-send', (scene) => `${invoice(scene)}/send`, 'Added to the e-mail above the link and the PDF.'],
  ['invoice-timeline', (scene) => `${invoice(scene)}/timeline`, 'Invoice written'],
  ['invoice-void-dialog', (scene) => `${invoice(scene)}/void`, /Reason/],
  ['invoice-charge', (scene) => `/office/invoices/${scene.saver.invoice}/charge`, /Charge only what/],
  ['invoice-payment-link', (scene) => `${invoice(scene)}/link`, 'Works for so many days'],
  ['payments', () => '/office/payments', /PAY-\d+/],
  ['payment-links', () => '/office/payment-links', 'Deposit for May'],
  ['payment-new', () => '/office/payments/new', /Customer/],
  ['payment-card', (scene) => `/office/payments/${scene.payments.card}`, 'Paid invoices'],
  ['payment-bank', (scene) => `/office/payments/${scene.payments.bank}`, 'First half'],
  ['payment-refund', (scene) => `/office/payments/${scene.payments.card}/refund`, 'Give money back'],
  ['payment-receipt', (scene) => `/office/payments/${scene.payments.card}/receipt`, /PAY-\d+/],
  ['payments-stuck', () => '/office/payments/stuck', 'All is well'],
  ['notifications', () => '/office/notifications', /paid €/],
  ['settings-organization', () => '/office/settings/organization', 'Fiscal year'],
  ['settings-branding', () => '/office/settings/branding', 'Accent colour'],
  ['settings-portal', () => '/office/settings/portal', 'What customers may do'],
  ['settings-taxes', () => '/office/settings/taxes', 'Finanzamt Hamburg'],
  ['settings-numbers', () => '/office/settings/numbers', /INV-/],
  ['settings-members', () => '/office/settings/members', 'Kim Berg'],
  ['settings-security', () => '/office/settings/security', 'Second step at sign-in'],
  ['settings-notifications', () => '/office/settings/notifications', 'A payment arrives'],
  ['settings-gateways', () => '/office/settings/gateways', 'DE02 1203 0000 0000 2020 51'],
  ['settings-email-templates', () => '/office/settings/email-templates', 'Portal invitation with a password'],
  ['settings-email-template', () => '/office/settings/email-templates/invoice_sent/en', 'Placeholders'],
  ['settings-mails', () => '/office/settings/mails', /@lindqvist\.example/],
  ['account-security', () => '/office/account/security', 'This device'],
  ['account-notifications', () => '/office/account/notifications', 'A payment arrives'],
  ['mailbox', () => '/office/dev/mailbox', /@lindqvist\.example/],
];

const portalPlaces: Place[] = [
  ['home', portal, 'You owe'],
  ['invoices', (scene) => `${portal(scene)}/invoices`, 'Partially paid'],
  ['invoice', (scene) => `${portal(scene)}/invoices/${scene.invoices.open}`, 'Samples and postage'],
  ['transfer', (scene) => `${portal(scene)}/invoices/${scene.invoices.open}/transfer`, 'Account holder'],
  ['invoice-partial', (scene) => `${portal(scene)}/invoices/${scene.invoices.partial}`, 'Payments'],
  ['invoice-paid', (scene) => `${portal(scene)}/invoices/${scene.invoices.paid}`, 'Paid'],
  ['invoice-started', (scene) => `${portal(scene)}/invoices/${scene.invoices.started}`, 'Finish or cancel it'],
  ['pay-one', (scene) => `${portal(scene)}/pay?invoices=${scene.invoices.partial}`, 'Card number'],
  ['pay-all', (scene) => `${portal(scene)}/pay?currency=EUR`, 'Card number'],
  ['pay-done', (scene) => `${portal(scene)}/pay/${scene.payments.card}`, 'See the receipt'],
  ['pay-unfinished', (scene) => `${portal(scene)}/pay/${scene.payments.started}`, 'Card number'],
  ['payments', (scene) => `${portal(scene)}/payments`, /PAY-\d+/],
  ['receipt', (scene) => `${portal(scene)}/payments/${scene.payments.card}`, 'Visa •••• 4242'],
  ['profile', (scene) => `${portal(scene)}/account/profile`, 'Your details'],
  ['company', (scene) => `${portal(scene)}/account/company`, 'Billing address'],
  ['people', (scene) => `${portal(scene)}/account/people`, 'Jonas Weber'],
  ['cards', (scene) => `${portal(scene)}/account/cards`, 'Nothing is saved'],
  ['security', (scene) => `${portal(scene)}/account/security`, 'This device'],
];

for (const place of doors) {
  test(`door: ${place[0]}`, ({ stranger, scene }) => seen(stranger, scene, place));
}

for (const place of office) {
  test(`office: ${place[0]}`, ({ staff, scene }) => seen(staff, scene, place, 'office-'));
}

for (const place of portalPlaces) {
  test(`portal: ${place[0]}`, ({ customer, scene }) => seen(customer, scene, place, 'portal-'));
}

for (const [name, path, shows] of portalPlaces) {
  const words = typeof shows === 'string' ? inArabic(shows) : shows;
  test(`portal from right to left: ${name}`, ({ arab, scene }) =>
    seen(arab, scene, [`${name}-ar`, path, words], 'portal-', ['light']));
}

/** Visits a place and looks at it. */
async function seen(visitor: Visitor, scene: Scene, place: Place, prefix = '', schemes?: Scheme[]): Promise<void> {
  const { page, complaints } = visitor;
  const [name, path, shows, mayComplain] = place;
  complaints.length = 0;
  await arrive(page, path(scene), shows);
  await look(page, prefix + name, schemes);
  expect(complaints.filter((words) => !mayComplain?.test(words)).join('\n'), 'the console').toBe('');
}

/** Goes there and waits until the page has what it came for. */
async function arrive(page: Page, path: string, shows: Shown): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
}
