import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enterPassword } from './support/account';
import { type Business, signUp } from './support/business';
import { look } from './support/look';
import { letIn } from './support/scene';
import { connectStripe, openPhone, owed } from './support/stripe/desk';
import { answerBank, CARDS, fillStripeCard } from './support/stripe/play';
import { expect, test } from './support/test';

test("a payer's bank asks before Stripe takes the money", { tag: '@journey' }, async ({
  page: staff,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const tail = randomBytes(3).toString('hex');
  const business = await signUp(staff.request, { organization_name: `Hillside ${tail}`, name: 'Ada Holm' });
  const portal = `/${business.organization.portal_name}`;
  const { id, ...person } = await payer(business, staff, tail);
  const { customer, complaints, close } = await openPhone(browser, baseURL);
  await connectStripe(staff);

  await test.step('who says no is not charged, and may try again', async () => {
    await customer.goto(`${portal}/pay?invoices=${await owed(business, id, '120')}`);
    await enterPassword(customer, person.email, person.password);
    // Once Stripe's form is there, nothing below it moves any more.
    await fillStripeCard(customer, CARDS.asked);
    await customer.getByRole('checkbox', { name: 'Save this card for later' }).check();
    await customer.getByRole('button', { name: 'Pay €120.00' }).click();
    await answerBank(customer, 'Fail');
    await expect(customer.getByRole('alert')).toContainText('Your bank could not confirm that it was you.');
    await fillStripeCard(customer, CARDS.asked);
    await customer.getByRole('button', { name: 'Pay €120.00' }).click();
    await answerBank(customer, 'Complete');
    await expect(customer.getByText('Thank you, €120.00 received')).toBeVisible();
  });

  await test.step('asks again about the card that was kept', async () => {
    await customer.goto(`${portal}/pay?invoices=${await owed(business, id, '80')}`);
    await expect(customer.getByRole('radio', { name: /3184/ })).toBeChecked();
    await customer.getByRole('button', { name: 'Pay €80.00' }).click();
    await customer.getByRole('button', { name: 'Continue to your bank' }).click();
    await answerBank(customer, 'Complete');
    await expect(customer.getByText('Thank you, €80.00 received')).toBeVisible();
  });

  await test.step('but not about one that is kept without a payment', async () => {
    await customer.goto(`${portal}/account/cards`);
    await customer.getByRole('button', { name: 'Add a card', exact: true }).click();
    await fillStripeCard(customer, CARDS.good);
    await look(customer, 'portal-cards-stripe');
    await customer.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(customer.getByText('Saved. You can pay with it from now on.')).toBeVisible();
    await expect(customer.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await customer.goto(`${portal}/pay?invoices=${await owed(business, id, '60')}`);
    await customer.getByRole('radio', { name: /4242/ }).check();
    await customer.getByRole('button', { name: 'Pay €60.00' }).click();
    await expect(customer.getByText('Thank you, €60.00 received')).toBeVisible();
  });
  expect(complaints(), "the customer's console").toBe('');
  await close();
});

async function payer(business: Business, staff: Page, tail: string) {
  const names = { first_name: 'Maja', last_name: 'Lindqvist', display_name: `Lindqvist ${tail}` };
  const customer = await business.api.post('/customers', {
    kind: 'company',
    ...names,
    email: `maja-${tail}@hill.example`,
  });
  return { id: customer.id as string, ...(await letIn(staff.request, business, customer)) };
}
