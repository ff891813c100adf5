import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signUp } from './support/business';
import { look } from './support/look';
import { saverOf } from './support/scene';
import { expect, test } from './support/test';

/** It takes a charge only while its holder is there. */
const NOT_WITHOUT_PAYER = '4000000000000341';

test('staff charge a saved card, and remove it', async ({ page: staff }) => {
  test.setTimeout(120_000);
  const organization_name = `Evergreen ${randomBytes(3).toString('hex')}`;
  const business = await signUp(staff.request, { organization_name, name: 'Ada Holm' });
  const { customer, invoice } = await saverOf(staff.request, business, ['4242424242424242', NOT_WITHOUT_PAYER]);
  const dialog = staff.getByRole('dialog', { name: 'Charge saved card' });

  await test.step('a charge that fails stays in the dialog and says why', async () => {
    await staff.goto(`/office/invoices/${invoice}`);
    await staff.getByRole('button', { name: 'More actions' }).click();
    await staff.getByRole('menuitem', { name: 'Charge saved card…' }).click();
    await expect(dialog.getByRole('radio', { name: /4242/ })).toBeChecked();
    await expect(dialog.getByLabel('Amount in EUR')).toHaveValue('100.00');
    await dialog.getByRole('radio', { name: /0341/ }).check();
    await charge(staff);
    await expect(dialog.getByText('CP3001')).toBeVisible();
    await look(staff, 'office-charge-failed');
  });

  await test.step('the default card pays the invoice', async () => {
    await dialog.getByRole('radio', { name: /4242/ }).check();
    await charge(staff);
    await expect(staff.getByText(/is booked: Ida Sørensen was charged\./)).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(staff.getByText('Paid', { exact: true }).first()).toBeVisible();
    await staff.getByRole('button', { name: 'More actions' }).click();
    await expect(staff.getByRole('menuitem', { name: 'Timeline' })).toBeVisible();
    await expect(staff.getByRole('menuitem', { name: 'Charge saved card…' })).toBeHidden();
  });

  await test.step('both cards are removed on the customer page', async () => {
    await staff.goto(`/office/customers/${customer}`);
    const cards = staff.getByRole('list', { name: 'Saved cards and accounts' });
    await expect(cards.getByRole('listitem')).toHaveCount(2);
    for (const [last4, left] of [
      ['4242', 1],
      ['0341', 0],
    ] as const) {
      await cards.getByRole('button', { name: new RegExp(`^Remove .*${last4}$`) }).click();
      const question = staff.getByRole('dialog', { name: 'Remove this from what is saved?' });
      await expect(question).toContainText('removed here and at Sandbox');
      await question.getByRole('button', { name: 'Remove' }).click();
      await expect(question).toBeHidden();
      await expect(cards.getByRole('listitem')).toHaveCount(left);
    }
    await staff.goto(`/office/customers/${customer}/timeline`);
    await expect(staff.getByText(/^Saved for later payments: .*4242/)).toBeVisible();
    await expect(staff.getByText(/^Saved card or account removed: .*4242/)).toBeVisible();
  });
});

const charge = (page: Page) => page.getByRole('button', { name: 'Charge', exact: true }).click();
