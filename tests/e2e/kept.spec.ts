import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { enterPassword } from './support/account';
import { fillCard } from './support/card';
import { inArabic } from './support/catalogue';
import { look } from './support/look';
import { letIn } from './support/scene';
import { expect, test } from './support/test';

const ASKED = '4000002760003184';

test('a card is kept, pays in one click, and is looked after', async ({ page, request, business }) => {
  test.setTimeout(240_000);
  const { api, organization } = business;
  const portal = organization.portal_name;
  const tail = randomBytes(3).toString('hex');
  const customer = await api.post('/customers', {
    kind: 'company',
    display_name: `Lindqvist ${tail}`,
    first_name: 'Maja',
    last_name: 'Lindqvist',
    email: `maja-${tail}@kept.example`,
  });
  const person = await letIn(request, business, customer);
  // The same amount twice within minutes would be taken for a mistake.
  const owed = async (rate: string): Promise<string> => {
    const lines = [{ name: 'Interior concept', quantity: '1', rate }];
    const { id } = await api.post('/invoices', { customer_id: customer.id, lines });
    await api.post(`/invoices/${id}/mark-sent`);
    return id;
  };
  const cards = page.getByRole('main').getByRole('listitem');

  await test.step('saved while paying', async () => {
    await page.goto(`/${portal}/pay?invoices=${await owed('120')}`);
    await enterPassword(page, person.email, person.password);
    await fillCard(page, '4242424242424242');
    const keep = page.getByRole('checkbox', { name: 'Save this card for later' });
    await expect(keep).not.toBeChecked();
    await keep.check();
    await look(page, 'portal-pay-keep');
    await page.getByRole('button', { name: 'Pay €120.00' }).click();
    await expect(page.getByText('Thank you, €120.00 received')).toBeVisible();
  });

  await test.step('seen in the account', async () => {
    await page.goto(`/${portal}/account/profile`);
    await page.getByRole('link', { name: 'Cards and accounts' }).click();
    await expect(cards).toHaveCount(1);
    await expect(cards).toContainText('Visa •••• 4242, expires 12/2034');
    await expect(cards).toContainText('Default');
    await look(page, 'portal-cards-kept');
  });

  await test.step('pays the next invoice in one click', async () => {
    await page.goto(`/${portal}/pay?invoices=${await owed('80')}`);
    await expect(page.getByRole('radio', { name: /4242/ })).toBeChecked();
    await expect(page.getByLabel('Card number')).toBeHidden();
    await look(page, 'portal-pay-kept');
    await page.getByRole('button', { name: 'Pay €80.00' }).click();
    await expect(page.getByText('Thank you, €80.00 received')).toBeVisible();
  });

  await test.step('gets another expiry and an address', async () => {
    await page.goto(`/${portal}/account/cards`);
    await page.getByRole('button', { name: 'Edit: •••• 4242' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit Visa •••• 4242' });
    await dialog.getByLabel('Expiry month').selectOption('05');
    await dialog.getByLabel('Expiry year').selectOption('2035');
    await dialog.getByLabel('City').fill('Berlin');
    await dialog.getByLabel('Country').selectOption('Germany');
    await look(page, 'portal-cards-edit');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(cards).toContainText('Visa •••• 4242, expires 05/2035');
    await expect(cards).toContainText('Berlin');
  });

  await test.step('is joined by one whose bank asks', async () => {
    await page.getByRole('button', { name: 'Add a card', exact: true }).click();
    await fillCard(page, ASKED);
    await look(page, 'portal-cards-add');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, it is me' }).click();
    await expect(page.getByText('Saved. You can pay with it from now on.')).toBeVisible();
    await expect(cards).toHaveCount(2);
    await expect(cards.nth(1)).toContainText('•••• 3184');
    await look(page, 'portal-cards-two');
  });

  await test.step('whose bank asks again when it pays', async () => {
    await page.goto(`/${portal}/pay?invoices=${await owed('60')}`);
    await page.getByRole('radio', { name: /3184/ }).check();
    await page.getByRole('button', { name: 'Pay €60.00' }).click();
    const go = page.getByRole('button', { name: 'Continue to your bank' });
    await expect(go).toBeVisible();
    await look(page, 'portal-pay-challenged');
    await go.click();
    await page.getByRole('button', { name: 'Yes, pay' }).click();
    await expect(page.getByText('Thank you, €60.00 received')).toBeVisible();
  });

  await test.step('and takes its place as the default', async () => {
    await page.goto(`/${portal}/account/cards`);
    await page.getByRole('button', { name: 'Make default: •••• 3184' }).click();
    await expect(page.getByRole('button', { name: 'Make default: •••• 4242' })).toBeVisible();
    await expect(cards.first()).toContainText('•••• 3184');
  });

  await test.step('reads from right to left', async () => {
    await speak(page, portal, 'العربية');
    await expect(page.getByText(inArabic('Default'), { exact: true })).toBeVisible();
    await look(page, 'portal-cards-kept-ar', ['light']);
    await speak(page, portal, 'English');
  });

  await test.step('is removed, once one is sure', async () => {
    for (const last4 of ['4242', '3184']) {
      await page.getByRole('button', { name: `Remove: •••• ${last4}` }).click();
      const dialog = page.getByRole('dialog', { name: `Remove Visa •••• ${last4}?` });
      await dialog.getByRole('button', { name: 'Remove' }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(page.getByText('Nothing is saved')).toBeVisible();
    await page.goto(`/${portal}/pay?invoices=${await owed('40')}`);
    await expect(page.getByLabel('Card number')).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});

/** Chooses a language, and comes back to the cards. */
async function speak(page: Page, portal: string, language: string): Promise<void> {
  await page.goto(`/${portal}/account/profile`);
  await page.getByRole('main').getByText(language, { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'English' ? 'ltr' : 'rtl');
  await page.goto(`/${portal}/account/cards`);
}
