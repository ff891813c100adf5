import { createHmac } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  type APIRequestContext,
  type APIResponse,
  type BrowserContext,
  expect,
  type Page,
  type Route,
} from '@playwright/test';

/** What staff copy from Stripe's dashboard. */
export const KEYS = {
  publishable: 'pk_test_Anybody',
  secret: 'sk_test_KeepThisToYourself',
  webhook: 'whsec_KeepThisToo',
};

export const CARDS = { good: '4242424242424242', declined: '4000000000000341', asked: '4000002760003184' };

/** An intent of Stripe's, as far as it is looked at here. */
export interface Intent {
  id: string;
  object: string;
  status: string;
  amount: number;
  currency: string;
  customer: string | null;
  payment_method: string | null;
  setup_future_usage?: string | null;
}

/** Asks localstripe past Portico. It wants the secret key where Stripe takes the publishable one. */
export async function askStripe(path: string, body?: string): Promise<Response> {
  const base = process.env.E2E_STRIPE_URL;
  expect(base, 'E2E_STRIPE_URL: where the localstripe of the server under test is').toBeTruthy();
  return fetch(`${base}/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    body,
    headers: { Authorization: `Bearer ${KEYS.secret}`, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
}

/**
 * Plays Stripe for this browser: its script and its frames are those of this folder, its API is localstripe, and nothing
 * else is there. Once money has come, `paid` hears of it before the browser does.
 */
export async function playStripe(context: BrowserContext, paid: (intent: Intent) => Promise<void>): Promise<void> {
  await context.route(/^https:\/\/\w+\.stripe\.com\//, async (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    if (hostname === 'api.stripe.com') await answer(route, paid);
    else await route.fulfill({ path: join(__dirname, basename(pathname)) });
  });
}

async function answer(route: Route, paid: (intent: Intent) => Promise<void>): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  const sent = request.postData();
  const said = sent === null ? url.searchParams : new URLSearchParams(sent);
  expect(said.get('key'), 'the key in the browser').toBe(KEYS.publishable);
  const response = await askStripe(url.pathname.slice('/v1/'.length), sent ?? undefined);
  const body = await response.text();
  if (response.ok && sent !== null) await follow(JSON.parse(body), paid);
  await route.fulfill({
    status: response.status,
    contentType: 'application/json',
    headers: { 'Access-Control-Allow-Origin': '*' },
    body,
  });
}

/** What Stripe does by itself when a method was taken: it keeps it if it was asked to, and tells of the money. */
async function follow(intent: Intent, paid: (intent: Intent) => Promise<void>): Promise<void> {
  if (intent.status !== 'succeeded') return;
  if (intent.customer && (intent.object === 'setup_intent' || intent.setup_future_usage)) {
    await askStripe(`payment_methods/${intent.payment_method}/attach`, `customer=${intent.customer}`);
  }
  if (intent.object === 'payment_intent') await paid(intent);
}

/** Sends Stripe's webhook about an intent that was paid; the same one each time. */
export function tell(
  request: APIRequestContext,
  address: string,
  intent: Intent,
  secret = KEYS.webhook,
): Promise<APIResponse> {
  const event = { id: `evt_${intent.id}`, object: 'event', type: 'payment_intent.succeeded', data: { object: intent } };
  const body = JSON.stringify(event);
  const now = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
  const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${now},v1=${signature}` };
  return request.post(address, { data: Buffer.from(body), headers });
}

/** Fills in the form in Stripe's frame, until the portal knows that it is complete. */
export async function fillStripeCard(page: Page, number: string): Promise<void> {
  const form = stripeForm(page);
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel('Expiration date').fill('12/34');
  await form.getByLabel('Security code').fill('123');
  await expect(page.locator(FORM)).toHaveAttribute('data-complete', 'true');
}

const FORM = 'iframe[title="Secure payment input frame"]';
export const stripeForm = (page: Page) => page.frameLocator(FORM);

/** The payer's answer to the bank. */
export async function answerBank(page: Page, reply: 'Complete' | 'Fail'): Promise<void> {
  await page.frameLocator('iframe[title="3D Secure"]').getByRole('button', { name: reply }).click();
}
