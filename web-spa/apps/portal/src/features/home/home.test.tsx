import { answer, expectAccessible, problem } from '@portico/testing';
import { aHome, anInvoiceSummary, euro } from '@portico/testing/portal';
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
        banner_message: 'Closed from 24 to 31 December',
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
    expect(await within(main).findByText('Closed from 24 to 31 December')).toBeVisible();
    expect(main).toHaveTextContent('€42.00');
    expect(main).toHaveTextContent('PO 77');
    expect(within(main).getByRole('link', { name: 'INV-000007' })).toHaveAttribute('href', '/acme/invoices/inv_7');
    expect(within(main).getByRole('link', { name: 'billing@acme.example' })).toHaveAttribute(
      'href',
      'mailto:billing@acme.example',
    );
    expect(within(main).getByRole('link', { name: /INV-000009/ })).toHaveTextContent('Overdue');
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
