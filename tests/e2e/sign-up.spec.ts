import { randomBytes } from 'node:crypto';
import { signUp } from './support/business';
import { devices, surroundings } from './support/devices';
import { look, picture } from './support/look';
import { linkIn, mailTo } from './support/mailbox';
import { PASSWORD } from './support/scene';
import { expect, listen, test } from './support/test';

const tail = randomBytes(3).toString('hex');
const maja = `maja-${tail}@lindqvist.example`;
const jonas = `jonas-${tail}@weber.example`;

test('somebody unknown asks and is let in; somebody known comes in at once', async ({
  page: staff,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const business = await signUp(staff.request, { organization_name: `Doors ${tail}`, name: 'Ada Holm' });
  const portal = `/${business.organization.portal_name}`;
  const phone = await browser.newContext({ ...devices.phone, ...surroundings, baseURL });
  const stranger = await phone.newPage();
  const complaints = listen(stranger);

  /** Gives an address at the portal's page, and follows the link of the mail. */
  const ask = async (email: string) => {
    await stranger.goto(`${portal}/login`);
    await stranger.getByRole('link', { name: 'Sign up' }).click();
    await stranger.getByLabel('E-mail').fill(email);
    await stranger.getByRole('button', { name: 'Send the link' }).click();
    await expect(stranger.getByText('Look into your mailbox')).toBeVisible();
    const mail = await mailTo(staff.request, email, /sign up/i);
    return new URL(linkIn(mail, '/sign-up/')).pathname;
  };

  await test.step('nobody signs up until staff allow it', async () => {
    await stranger.goto(`${portal}/login`);
    await expect(stranger.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(stranger.getByRole('link', { name: 'Sign up' })).toBeHidden();
    await stranger.goto(`${portal}/sign-up`);
    await expect(stranger.getByText('You cannot sign up here by yourself')).toBeVisible();
    await look(stranger, 'sign-up-not-allowed');

    await staff.goto('/office/settings/portal');
    await staff.getByLabel('Customers may sign up by themselves').check();
    await staff.getByRole('button', { name: 'Save' }).click();
    await expect(staff.getByText('Saved')).toBeVisible();
    await expect(staff.getByLabel('Link to share')).toHaveValue(new RegExp(`${portal}/sign-up$`));
    await look(staff, 'sign-up-settings');
    await staff.goto('/office/customers');
    await expect(staff.getByRole('link', { name: 'Sign-ups' })).toBeVisible();
  });

  await test.step('somebody unknown confirms the address and asks', async () => {
    const link = await ask(maja);
    await look(stranger, 'sign-up-sent');
    await stranger.goto(link);
    await stranger.getByLabel('First name').fill('Maja');
    await stranger.getByLabel('Last name').fill('Lindqvist');
    await stranger.getByLabel('Company (optional)').fill('Lindqvist Interiors');
    await stranger.getByLabel('Message (optional)').fill('I keep the books since March.');
    await stranger.getByRole('button', { name: 'Ask for access' }).click();
    await expect(stranger.getByText(`Doors ${tail} will look at it`)).toBeVisible();
    await look(stranger, 'sign-up-asked');
    await stranger.goto(link);
    await expect(stranger.getByText('This link has been used')).toBeVisible();
    await look(stranger, 'sign-up-used');
  });

  await test.step('staff hear of it at once and let the person in', async () => {
    await expect(staff.getByRole('link', { name: '1 sign-up waits' })).toBeVisible();
    await picture(staff, 'sign-up-customers');
    await staff.getByRole('button', { name: /^Notifications/ }).click();
    // Not the word in the corner, which says the same and leads nowhere.
    await staff.getByRole('button', { name: 'Maja Lindqvist (Lindqvist Interiors) asks to be let into the' }).click();
    await expect(staff).toHaveURL(/\/office\/customers\/sign-ups$/);
    await expect(staff.getByText('I keep the books since March.')).toBeVisible();
    await staff.getByRole('button', { name: 'Let in…' }).click();
    const dialog = staff.getByRole('dialog', { name: 'Let Maja Lindqvist in' });
    await expect(dialog.getByLabel('A new customer: Lindqvist Interiors')).toBeChecked();
    await look(staff, 'sign-up-let-in');
    await dialog.getByRole('button', { name: 'Let in and invite' }).click();
    await expect(staff.getByText('Nobody is waiting')).toBeVisible();
  });

  await test.step('the invitation is accepted', async () => {
    const invitation = linkIn(await mailTo(staff.request, maja, /invit/i), '/invitation/');
    await stranger.goto(new URL(invitation).pathname);
    await stranger.getByLabel('Choose a password').fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Accept invitation' }).click();
    await expect(stranger).toHaveURL(new RegExp(`${portal}/?$`));
    await expect(stranger.getByText('Lindqvist Interiors').first()).toBeVisible();
    await staff.getByRole('navigation', { name: 'Status' }).getByText('Let in').click();
    await expect(staff.getByText('Ada Holm')).toBeVisible();
    await look(staff, 'sign-up-decided');
    await staff.getByRole('link', { name: 'Lindqvist Interiors' }).click();
    await expect(staff.getByRole('heading', { name: 'Lindqvist Interiors' })).toBeVisible();
  });

  await test.step('somebody whom staff have entered comes in at once', async () => {
    await business.api.post('/customers', {
      kind: 'company',
      display_name: 'Weber Bau',
      first_name: 'Jonas',
      last_name: 'Weber',
      email: jonas,
    });
    await phone.clearCookies();
    await stranger.goto(await ask(jonas));
    await expect(stranger.getByText('knows you as a contact of Weber Bau.')).toBeVisible();
    await look(stranger, 'sign-up-join');
    await stranger.getByLabel('Choose a password').fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Open the portal' }).click();
    await expect(stranger).toHaveURL(new RegExp(`${portal}/?$`));
    await expect(stranger.getByText('Weber Bau').first()).toBeVisible();
  });

  // The browser itself tells of refusals: the used link's.
  expect(complaints.filter((words) => !/410|ApiProblem/.test(words)).join('\n'), 'the console').toBe('');
  await phone.close();
});
