import { randomBytes } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import { answer, type Business, signUp } from './business';
import { linkIn, mailTo } from './mailbox';
import { type SignUps, signUpsOf } from './sign-ups';

export const PASSWORD = 'violet-harbour-29-lantern';

/** A business as it looks after a while, and somebody at its customer who uses the portal. */
export type Scene = {
  business: Business;
  person: { email: string; password: string };
  customer: string;
  item: string;
  invoices: { open: string; draft: string; partial: string; paid: string; void: string; started: string };
  payments: { card: string; bank: string; started: string };
  /** Another customer who has a card saved, and owes an invoice. */
  saver: { customer: string; invoice: string };
  /** Invitations nobody has accepted: of a contact person and of a member. */
  invitations: { person: string; member: string };
  /** Pages of payment links: one to be paid, one that staff took back. */
  links: { open: string; cancelled: string };
  /** Links to a new password that nobody has used: of a contact person and of a member. */
  resets: { person: string; member: string };
  signUps: SignUps;
};

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

export async function setScene(request: APIRequestContext): Promise<Scene> {
  const tail = randomBytes(3).toString('hex');
  const business = await signUp(request, { organization_name: `Brightwater Studio ${tail}`, name: 'Ada Holm' });
  const { api } = business;
  await brand(business);
  const { vat, items } = await priceList(business);
  const { customer, person, invited } = await customers(business, request, tail);

  await api.post('/bank-accounts', {
    holder: 'Brightwater Studio GmbH',
    iban: 'DE02 1203 0000 0000 2020 51',
    bic: 'BYLADEM1001',
    bank_name: 'Deutsche Kreditbank Berlin',
  });

  const lines = [
    { name: 'Interior concept', description: 'Two drafts, one revision', quantity: '3', unit: 'd', rate: '640' },
    { item_id: items[1], name: 'Site visit', quantity: '2', unit: 'h', rate: '95', discount: { percent: '10' } },
    { name: 'Samples and postage', quantity: '1', rate: '38.50', discount: { amount: 500 } },
  ].map((line) => ({ ...line, tax_id: vat }));
  const write = async (more: Record<string, unknown> = {}) => {
    const invoice = await api.post('/invoices', { customer_id: customer, date: day(-5), lines, ...more });
    return invoice as { id: string; total: { amount: number } };
  };
  const sent = async (more: Record<string, unknown> = {}) => {
    const invoice = await write(more);
    await api.post(`/invoices/${invoice.id}/mark-sent`);
    return invoice;
  };
  const receive = (invoice: string, amount: number, more: Record<string, unknown> = {}) =>
    api.post('/payments', {
      customer_id: customer,
      date: day(-1),
      amount: { amount, currency: 'EUR' },
      mode: 'bank_transfer',
      reference: 'SEPA 2026-118',
      allocations: [{ invoice_id: invoice, amount }],
      ...more,
    });

  const open = await write({ reference: 'PO 4711', notes: 'Thank you for the good work together.' });
  await api.post(`/invoices/${open.id}/send`, { to: [person.email] });
  const draft = await write({ discount: { percent: '5' }, shipping: { amount: 1_900, tax_id: vat } });
  const overdue = await sent({ date: day(-60), due_date: day(-30) });
  const partial = await sent({ allow_partial_payments: true });
  const paid = await sent();
  const voided = await sent();
  const started = await sent({ lines: [{ name: 'Hourly advice', quantity: '1.5', unit: 'h', rate: '95' }] });
  const bank = await receive(partial.id, 100_000, { notes: 'First half', bank_charges: 150 });
  await api.post(`/invoices/${voided.id}/void`, { reason: 'Written twice' });

  const portal = await portalOf(request, business, person);
  await portal('POST', `/invoices/${overdue.id}/view`);
  const card = await payByCard(request, portal, paid, '4242424242424242');
  const unfinished = await startCard(portal, started);

  const link = async (description: string) => {
    const amount = { amount: 25_000, currency: 'EUR' };
    const made = await api.post('/payment-links', { customer_id: customer, amount, description });
    return { id: made.id as string, path: pathOf(made.url) };
  };
  const [deposit, regretted] = [await link('Deposit for May'), await link('Deposit for June')];
  await api.post(`/payment-links/${regretted.id}/cancel`);

  const member = 'Kim Berg';
  const memberMail = `kim-${tail}@brightwater.example`;
  await api.post('/members', { name: member, email: memberMail, role: 'staff' });
  return {
    business,
    person,
    customer,
    item: items[0] as string,
    invoices: {
      open: open.id,
      draft: draft.id,
      partial: partial.id,
      paid: paid.id,
      void: voided.id,
      started: started.id,
    },
    payments: { card: card.id, bank: bank.id, started: unfinished.id },
    saver: await saverOf(request, business, ['4242424242424242']),
    invitations: {
      person: pathOf(linkIn(await mailTo(request, invited, /invit|portal/i), '/invitation/')),
      member: pathOf(linkIn(await mailTo(request, memberMail), '/invitation/')),
    },
    links: { open: deposit.path, cancelled: regretted.path },
    resets: await forget(request, business, person.email),
    signUps: await signUpsOf(request, business, tail),
  };
}

/** Both say they forgot their password; theirs works as long as the links are not used. */
async function forget(request: APIRequestContext, { owner, organization }: Business, person: string) {
  const portal = `/api/v1/public/portals/${organization.portal_name}/password-resets`;
  await answer(await request.post(portal, { data: { email: person } }));
  await answer(await request.post('/api/v1/public/password-resets', { data: { email: owner.email } }));
  const link = async (email: string) => pathOf(linkIn(await mailTo(request, email, /password/i), '/reset-password/'));
  return { person: await link(person), member: await link(owner.email) };
}

const pathOf = (link: string) => new URL(link).pathname;

async function brand({ api }: Business): Promise<void> {
  const { version } = await api.get('/organization');
  await api.patch('/organization', version, {
    accent_colour: '#1c4f8f',
    banner_message: 'We are closed from 24 to 31 December.',
    address: { street: 'Hafenstraße 12', zip: '20359', city: 'Hamburg', country: 'DE' },
    email: 'hello@brightwater.example',
    phone: '+49 40 5551234',
    website: 'https://brightwater.example',
    tax_registration: 'DE123456789',
    payment_instructions: 'IBAN DE02 1203 0000 0000 2020 51',
    invoice_terms: 'Payable within the time named above, without deduction.',
  });
}

async function priceList({ api }: Business): Promise<{ vat: string; items: string[] }> {
  const authority = await api.post('/tax-authorities', { name: 'Finanzamt Hamburg', registration_number: '22/123' });
  const vat = await api.post('/taxes', { name: 'VAT', rate: '19', is_default: true, authority_id: authority.id });
  const reduced = await api.post('/taxes', { name: 'Reduced VAT', rate: '7' });
  const city = await api.post('/taxes', { name: 'City tax', rate: '1.5', compound: true });
  await api.post('/tax-groups', { name: 'Lodging', tax_ids: [reduced.id, city.id] });
  await api.post('/tax-exemptions', { code: 'EU-B2B', description: 'Reverse charge in the EU', kind: 'customer' });
  const items: string[] = [];
  for (const [name, rate, unit, sku] of [
    ['Interior concept', '640', 'd', 'IC-1'],
    ['Site visit', '95', 'h', 'SV-1'],
    ['Colour consultation', '180', 'h', 'CC-1'],
  ]) {
    items.push((await api.post('/items', { name, rate, unit, sku, tax_id: vat.id })).id);
  }
  return { vat: vat.id, items };
}

async function customers(business: Business, request: APIRequestContext, tail: string) {
  const { api } = business;
  const email = `maja-${tail}@lindqvist.example`;
  const main = await api.post('/customers', {
    kind: 'company',
    display_name: 'Lindqvist Interiors',
    company_name: 'Lindqvist Interiors GmbH',
    first_name: 'Maja',
    last_name: 'Lindqvist',
    email,
    phone: '+49 30 5550101',
    tax_id: 'DE987654321',
    billing_address: { attention: 'Accounts', street: 'Torstraße 7', zip: '10119', city: 'Berlin', country: 'DE' },
  });
  for (const [name, kind] of [
    ['Harbour Café', 'company'],
    ['Nordlicht Hotel', 'company'],
    ['Tomás Ferreira', 'individual'],
  ]) {
    const [first_name, last_name] = name === 'Tomás Ferreira' ? ['Tomás', 'Ferreira'] : ['Eva', 'Sommer'];
    await api.post('/customers', { kind, display_name: name, first_name, last_name });
  }
  const invited = `jonas-${tail}@lindqvist.example`;
  const jonas = await api.post(`/customers/${main.id}/contact-persons`, {
    first_name: 'Jonas',
    last_name: 'Weber',
    email: invited,
  });
  await api.post(`/customers/${main.id}/contact-persons/${jonas.id}/portal-access`);
  const person = await letIn(request, business, main);
  return { customer: main.id as string, person, invited };
}

type WithContact = { id: string; primary_contact: { id: string; email: string } };

/** The customer's contact person is invited to the portal, and accepts. */
export async function letIn(request: APIRequestContext, { api, organization }: Business, customer: WithContact) {
  const { id, email } = customer.primary_contact;
  await api.post(`/customers/${customer.id}/contact-persons/${id}/portal-access`);
  const link = linkIn(await mailTo(request, email, /invit|portal/i), '/invitation/');
  const token = link.split('/').at(-1);
  const accept = `/api/v1/public/portals/${organization.portal_name}/invitations/${token}/accept`;
  await answer(await request.post(accept, { data: { password: PASSWORD } }));
  return { email, password: PASSWORD };
}

// biome-ignore lint/suspicious/noExplicitAny: scenes are set with plain JSON
type PortalCall = (method: string, path: string, data?: unknown) => Promise<any>;

/** A customer who has these cards saved, the first as the default, and owes 100.00. */
export async function saverOf(
  request: APIRequestContext,
  business: Business,
  cards: string[],
): Promise<Scene['saver']> {
  const { api } = business;
  const email = `ida-${randomBytes(3).toString('hex')}@sorensen.example`;
  const names = { display_name: 'Ida Sørensen', first_name: 'Ida', last_name: 'Sørensen' };
  const customer = await api.post('/customers', { kind: 'individual', ...names, email });
  const lines = [{ name: 'Monthly care', quantity: '1', rate: '100' }];
  const invoice = await api.post('/invoices', { customer_id: customer.id, lines });
  await api.post(`/invoices/${invoice.id}/mark-sent`);
  const portal = await portalOf(request, business, await letIn(request, business, customer));
  for (const number of cards) {
    await saveCard(request, portal, number);
  }
  return { customer: customer.id, invoice: invoice.id };
}

async function saveCard(request: APIRequestContext, portal: PortalCall, number: string): Promise<void> {
  const begun = await portal('POST', '/payment-methods/setups', { gateway: 'sandbox', method: 'card' });
  const card = { number, exp_month: 12, exp_year: 2034, cvc: '123' };
  const data = { client_secret: begun.client_secret, card, billing: { name: 'Ida Sørensen', country: 'DK' } };
  await answer(await request.post('/api/v1/public/gateways/sandbox/confirm', { data }));
  await portal('POST', '/payment-methods', { gateway: 'sandbox', setup_id: begun.setup_id });
}

/** The portal's API, as that person. */
async function portalOf(request: APIRequestContext, business: Business, person: Scene['person']): Promise<PortalCall> {
  const session = await answer(
    await request.post(`/api/v1/portal/${business.organization.portal_name}/auth/sign-in`, { data: person }),
  );
  return async (method, path, data) => {
    const headers = {
      Authorization: `Bearer ${session.access_token}`,
      'Idempotency-Key': randomBytes(16).toString('hex'),
    };
    return answer(await request.fetch(`/api/v1/portal${path}`, { method, data, headers }));
  };
}

type Payable = { id: string; total: { amount: number } };

function startCard(portal: PortalCall, invoice: Payable) {
  const allocations = [{ invoice_id: invoice.id, amount: invoice.total.amount }];
  return portal('POST', '/payments', { gateway: 'sandbox', method: 'card', allocations });
}

async function payByCard(request: APIRequestContext, portal: PortalCall, invoice: Payable, number: string) {
  const payment = await startCard(portal, invoice);
  const card = { number, exp_month: 12, exp_year: 2034, cvc: '123' };
  const billing = { name: 'Maja Lindqvist', country: 'DE' };
  await answer(
    await request.post('/api/v1/public/gateways/sandbox/confirm', {
      data: { client_secret: payment.client_secret, card, billing },
    }),
  );
  const settled = await portal('POST', `/payments/${payment.id}/sync`);
  expect(settled.state).toBe('succeeded');
  return settled;
}
