import { answer, expectAccessible, problem } from '@portico/testing';
import { aContact, aHome, anInvoiceSummary, EVERYTHING, euro } from '@portico/testing/portal';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

describe('home', () => {
  it('says what is owed, how much of it is overdue, and offers one button', async () => {
    answerHome(
      aHome({
        balances: [
          {
            currency: 'EUR',
            outstanding: 30_000,
            outstanding_count: 3,
            overdue: 10_000,
            overdue_count: 1,
            credit: 0,
            payable: 30_000,
          },
        ],
      }),
    );
    renderPortal('/acme');
    expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Ada' })).toBeVisible();
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent('You owe€300.00');
    expect(main).toHaveTextContent('In 3 open invoices');
    expect(main).toHaveTextContent('€100.00 of it is overdue (1 invoice)');
    expect(within(main).getAllByRole('link', { name: 'Pay now' })).toHaveLength(1);
    expect(within(main).getByRole('link', { name: 'Pay now' })).toHaveAttribute('href', '/acme/pay?currency=EUR');
    await expectAccessible();
  });

  it('has one total per currency', async () => {
    const balance = aHome().balances[0];
    if (!balance) throw new Error('the factory has one');
    answerHome(aHome({ balances: [balance, { ...balance, currency: 'USD', outstanding: 5_000 }] }));
    renderPortal('/acme');
    expect(await screen.findAllByRole('link', { name: 'Pay now' })).toHaveLength(2);
    expect(screen.getByRole('main')).toHaveTextContent('$50.00');
  });

  it('says so when nothing is owed, and hides what has no content', async () => {
    answerHome(aHome({ balances: [], recent_invoices: [], modules: [] }));
    renderPortal('/acme');
    expect(await screen.findByText('Nothing to pay')).toBeVisible();
    expect(screen.queryByText('Open invoices')).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Payments' })).not.toBeInTheDocument();
  });

  it('shows the last payment, the banner and whom to ask', async () => {
    answerHome(
      aHome({
        banner_html: '<p>Closed from <strong>24 to 31 December</strong></p>',
        recent_invoices: [anInvoiceSummary({ number: 'INV-000009', status: 'overdue' })],
        last_payment: {
          id: 'pay_1',
          number: 'PAY-1',
          date: '2026-11-02',
          amount: euro(4_200),
          invoices: [{ id: 'inv_7', number: 'INV-000007' }],
          reference: 'PO 77',
        },
      }),
    );
    renderPortal('/acme');
    const main = await screen.findByRole('main');
    expect(await within(main).findByText('24 to 31 December')).toBeVisible();
    expect(await within(main).findByText('Last payment')).toBeVisible();
    expect(main).toHaveTextContent('€42.00');
    expect(main).toHaveTextContent('PO 77');
    expect(within(main).getByRole('link', { name: 'INV-000007' })).toHaveAttribute('href', '/acme/invoices/inv_7');
    expect(within(main).getByRole('link', { name: 'billing@acme.example' })).toHaveAttribute(
      'href',
      'mailto:billing@acme.example',
    );
    expect(within(main).getByRole('link', { name: /INV-000009/ })).toHaveTextContent('Overdue');
  });

  it('shows one’s own details and who else is there', async () => {
    const ben = aContact({ id: 'per_2', first_name: 'Ben', is_me: false, is_primary: false });
    answerHome(aHome({ contact_persons: [aContact({ phone: '+44 20 1' }), ben] }));
    renderPortal('/acme');
    expect(await screen.findByText('Your details')).toBeVisible();
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent('ada@example.org');
    expect(main).toHaveTextContent('+44 20 1');
    expect(main).toHaveTextContent('Ben Lovelace');
  });

  it('offers what one may do, and nothing else', async () => {
    const may = (...gone: string[]) => EVERYTHING.filter((permission) => !gone.includes(permission));
    const [balance] = aHome().balances;
    const balances = balance ? [{ ...balance, outstanding_count: 2 }] : [];
    answerHome(aHome({ balances, allowed_actions: may('pay_several_invoices') }));
    const { unmount } = renderPortal('/acme');
    const choose = await screen.findByRole('link', { name: 'Choose an invoice to pay' });
    expect(choose).toHaveAttribute('href', '/acme/invoices?status=unpaid');
    expect(screen.queryByRole('link', { name: 'Pay now' })).toBeNull();
    unmount();
    answerHome(aHome({ balances, allowed_actions: may('pay_invoices', 'pay_several_invoices') }));
    const second = renderPortal('/acme');
    expect(await screen.findByText('You owe')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Pay now|Choose an invoice/ })).toBeNull();
    second.unmount();
    answerHome(aHome({ balances: [], recent_invoices: [], modules: [], allowed_actions: may('view_invoices') }));
    renderPortal('/acme');
    expect(await screen.findByText('Your details')).toBeVisible();
    expect(screen.queryByText('Nothing to pay')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Invoices' })).toBeNull();
  });

  it('explains a failure and tries again', async () => {
    answer('get', '/portal/home', problem(500, 'internal'));
    const { user } = renderPortal('/acme');
    expect(await screen.findByText('Something went wrong')).toBeVisible();
    expect(screen.getByText('req_test')).toBeVisible();
    answerHome();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You owe')).toBeVisible();
  });
});
