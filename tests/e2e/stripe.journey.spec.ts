import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signUp } from './support/business';
import { look } from './support/look';
import { linkIn, mailsTo, mailTo } from './support/mailbox';
import { connectStripe, openPhone, owed } from './support/stripe/desk';
import { askStripe, CARDS, fillStripeCard, type Intent, stripeForm, tell } from './support/stripe/play';
import { expect, test } from './support/test';

const PASSWORD = 'violet-harbour-29-lantern';
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('a customer pays by Stripe', { tag: '@journey' }, async ({ page: staff, browser, baseURL }) => {
  test.setTimeout(300_000);
  const tail = randomBytes(3).toString('hex');
  const company = `Lindqvist ${tail}`;
  const maja = `maja-${tail}@lindqvist.example`;
  const business = await signUp(staff.request, { organization_name: `Brightwater ${tail}`, name: 'Ada Holm' });
  const portal = `/${business.organization.portal_name}`;
  const paid: Intent[] = [];
  let webhook = '';
  // Stripe's webhook is there before the browser is back, and once more later on.
  const { customer, complaints, close } = await openPhone(browser, baseURL, async (intent) => {
    paid.push(intent);
    expect((await tell(staff.request, webhook, intent)).status()).toBe(204);
  });
  const pay = customer.getByRole('button', { name: 'Pay €481.95' });

  await test.step('staff connect Stripe, and nothing else', async () => {
    const drawer = await connectStripe(staff);
    await look(staff, 'office-gateway-stripe');
    webhook = await drawer.getByLabel('Webhook address').inputValue();
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect(staff.getByRole('row', { name: /Stripe/ })).toContainText('Connected');
  });

  let customerId = '';
  let number = '';
  await test.step('invoice a customer, and let the contact person in', async () => {
    await staff.getByRole('link', { name: 'Customers' }).click();
    await staff.getByRole('link', { name: 'New customer' }).first().click();
    await staff.getByLabel('Display name').fill(company);
    await staff.getByLabel('First name').fill('Maja');
    await staff.getByLabel('Last name').fill('Lindqvist');
    await staff.getByLabel('E-mail').fill(maja);
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(heading(staff, company)).toBeVisible();
    customerId = new URL(staff.url()).pathname.split('/').at(-1) ?? '';
    await staff.getByRole('button', { name: 'Invite to portal' }).click();
    await expect(staff.getByText('Invited', { exact: true })).toBeVisible();
    await staff.getByRole('link', { name: 'New invoice' }).click();
    const line = staff.getByRole('group', { name: 'Line 1' });
    await line.getByLabel('Item or service').fill('Consulting');
    await line.getByLabel('Quantity').fill('3');
    await line.getByLabel('Rate').fill('160.65');
    await staff.getByRole('button', { name: 'Save and send…' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(heading(staff, /INV-\d+/)).toContainText('Sent');
    number = (await heading(staff, /INV-\d+/).textContent())?.match(/INV-\d+/)?.[0] ?? '';
  });

  await test.step('who accepts the invitation and goes to pay the invoice', async () => {
    await customer.goto(linkIn(await mailTo(staff.request, maja, /invit|portal/i), '/invitation/'));
    await customer.getByLabel('Choose a password').fill(PASSWORD);
    await customer.getByRole('button', { name: 'Accept invitation' }).click();
    await expect(heading(customer, 'Hello, Maja')).toBeVisible();
    await customer.getByRole('link', { name: new RegExp(number) }).click();
    await customer.getByRole('link', { name: 'Pay now' }).click();
    await expect(stripeForm(customer).getByLabel('Card number')).toBeVisible();
    await look(customer, 'portal-pay-stripe');
  });

  await test.step('is told by the form that something is missing', async () => {
    await stripeForm(customer).getByLabel('Card number').fill(CARDS.good);
    await pay.click();
    await expect(stripeForm(customer).getByText('Your card is incomplete.')).toBeVisible();
    await expect(customer).toHaveURL(/\/pay\?/);
  });

  await test.step('and in plain words that a card was declined', async () => {
    await customer.getByRole('checkbox', { name: 'Save this card for later' }).check();
    await fillStripeCard(customer, CARDS.declined);
    await pay.click();
    await expect(customer.getByRole('alert')).toContainText('The bank declined the card.');
    await expect(customer.getByRole('alert')).toContainText('You were not charged.');
    await expect(stripeForm(customer).getByLabel('Card number')).toBeVisible();
    await look(customer, 'portal-pay-stripe-declined');
  });

  await test.step('pays with another one, the amount of the invoice', async () => {
    await fillStripeCard(customer, CARDS.good);
    await pay.click();
    await expect(customer.getByText('Thank you, €481.95 received')).toBeVisible();
    expect(paid.map(({ amount, currency }) => [amount, currency])).toEqual([[48_195, 'eur']]);
    await look(customer, 'portal-paid-stripe', ['light']);
    await customer.getByRole('link', { name: 'See the receipt' }).click();
    await expect(customer.getByRole('article')).toContainText('Visa •••• 4242');
    await expect(customer.getByRole('article').getByRole('link', { name: number })).toBeVisible();
  });

  await test.step('Stripe tells of it again, and somebody else tries to', async () => {
    const [intent] = paid as [Intent];
    expect((await tell(staff.request, webhook, intent, 'whsec_of_somebody_else')).status()).toBe(400);
    expect((await tell(staff.request, webhook, intent)).status()).toBe(204);
  });

  await test.step('staff see one payment, taken by Stripe', async () => {
    await staff.reload();
    await expect(heading(staff, number)).toContainText('Paid');
    await expect(staff.getByRole('complementary').getByRole('link', { name: /^PAY-\d+$/ })).toHaveCount(1);
    await staff.getByRole('navigation').getByRole('link', { name: 'Payments' }).click();
    const rows = staff.getByRole('row').filter({ hasText: company });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('€481.95');
    await rows.getByRole('link', { name: /^PAY-\d+$/ }).click();
    const main = staff.getByRole('main');
    await expect(main).toContainText(/Gateway\s*Stripe/);
    await expect(main).toContainText(/Method\s*Visa •••• 4242/);
    await look(staff, 'office-payment-stripe');
  });

  await test.step('the next invoice is paid in one step by the card that was kept', async () => {
    await customer.goto(`${portal}/pay?invoices=${await owed(business, customerId, '80')}`);
    await expect(customer.getByRole('radio', { name: 'Visa •••• 4242, expires 12/2034' })).toBeChecked();
    await look(customer, 'portal-pay-stripe-kept');
    await customer.getByRole('button', { name: 'Pay €80.00' }).click();
    await expect(customer.getByText('Thank you, €80.00 received')).toBeVisible();
  });

  await test.step('staff give the first payment back, by Stripe', async () => {
    await staff.getByRole('link', { name: 'Refund…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Give money back' });
    await expect(dialog).toContainText('Stripe gives it back the way it was paid.');
    await expect(dialog.getByLabel('Amount in EUR')).toHaveValue('481.95');
    await dialog.getByRole('button', { name: 'Refund' }).click();
    await expect(dialog).toBeHidden();
    await expect(heading(staff, /^PAY-/)).toContainText('Refunded');
    const found = await (await askStripe(`refunds?payment_intent=${paid[0]?.id}`)).json();
    expect(found.data.map(({ amount }: { amount: number }) => amount)).toEqual([48_195]);
    await customer.goto(`${portal}/payments`);
    await customer
      .getByRole('main')
      .getByRole('link', { name: /€481\.95/ })
      .click();
    await expect(customer.getByText(/€481\.95 was given back on/)).toBeVisible();
  });

  await test.step('and nobody was told anything twice', async () => {
    await expect(async () => {
      const mails = await mailsTo(staff.request, maja);
      expect(
        mails.map(({ subject }) => subject),
        'invitation, invoice, two receipts, refund',
      ).toHaveLength(5);
    }).toPass();
    await staff.getByRole('button', { name: /^Notifications/ }).click();
    await staff.getByRole('link', { name: 'All notifications' }).click();
    const told = staff.getByRole('main').getByRole('listitem');
    const words = [`of €481.95 by ${company} failed`, `${company} paid €481.95`, `${company} paid €80.00`];
    for (const hasText of words) await expect(told.filter({ hasText })).toHaveCount(1);
  });
  expect(complaints(), "the customer's console").toBe('');
  await close();
});
