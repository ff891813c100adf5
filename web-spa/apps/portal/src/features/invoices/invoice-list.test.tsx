import { answer, at, expectAccessible, HttpResponse, http, narrowScreen, problem, server } from '@portico/testing';
import { anInvoiceSummary, euro } from '@portico/testing/portal';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const page = (data: unknown[], next_cursor: string | null = null) => ({ data, next_cursor });
const two = [anInvoiceSummary(), anInvoiceSummary({ id: 'inv_2', number: 'INV-000002', balance: euro(5_000) })];

describe('the list of invoices', () => {
  it('is a table on wide screens', async () => {
    answerHome();
    answer(
      'get',
      '/portal/invoices',
      page([...two, anInvoiceSummary({ id: 'inv_3', status: 'paid', balance: euro(0) })]),
    );
    renderPortal('/acme/invoices');
    const table = await screen.findByRole('table', { name: 'Invoices' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getByRole('link', { name: 'INV-000002' })).toHaveAttribute('href', '/acme/invoices/inv_2');
    expect(within(table).getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'descending');
    await expectAccessible();
  });

  it('is cards on a phone', async () => {
    narrowScreen();
    answerHome();
    answer('get', '/portal/invoices', page(two));
    renderPortal('/acme/invoices');
    const list = await screen.findByRole('list', { name: 'Invoices' });
    expect(within(list).getByRole('link', { name: /INV-000001.*€119.00.*Due.*Unpaid/ })).toBeVisible();
    await expectAccessible();
  });

  it('keeps filter and order in the URL and asks the server for them', async () => {
    answerHome();
    const list = answer('get', '/portal/invoices', page(two));
    const { user, url } = renderPortal('/acme/invoices?sort=due_date');
    await user.click(await screen.findByRole('button', { name: 'Overdue' }));
    expect(await screen.findByRole('button', { name: 'Overdue', pressed: true })).toBeVisible();
    expect(url()).toBe('/acme/invoices?status=overdue&sort=due_date');
    const asked = new URL(list.calls.at(-1)?.url ?? '').searchParams;
    expect(asked.get('status')).toBe('overdue');
    expect(asked.get('sort')).toBe('due_date');
    await user.click(screen.getByRole('button', { name: 'Balance' }));
    await expect.poll(url).toBe('/acme/invoices?status=overdue&sort=balance');
  });

  it('loads more on demand', async () => {
    answerHome();
    server.use(
      http.get(at('/portal/invoices'), ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('cursor') === 'next'
            ? page([anInvoiceSummary({ id: 'inv_9', number: 'INV-000009' })])
            : page(two, 'next'),
        ),
      ),
    );
    const { user } = renderPortal('/acme/invoices');
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('link', { name: 'INV-000009' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'INV-000001' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('pays several at once, never across currencies', async () => {
    answerHome();
    const dollars = anInvoiceSummary({ id: 'inv_3', number: 'INV-000003', balance: { amount: 700, currency: 'USD' } });
    const pending = anInvoiceSummary({ id: 'inv_4', number: 'INV-000004', payment_pending: true });
    answer('get', '/portal/invoices', page([...two, dollars, pending]));
    const { user } = renderPortal('/acme/invoices');
    await user.click(await screen.findByRole('checkbox', { name: 'Select INV-000001 to pay' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select INV-000002 to pay' }));
    expect(screen.getByText('2 invoices selected')).toBeVisible();
    expect(screen.getByText('€169.00')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Pay selected' })).toHaveAttribute(
      'href',
      `/acme/pay?invoices=${encodeURIComponent('inv_1,inv_2')}`,
    );
    expect(screen.queryByRole('checkbox', { name: 'Select INV-000004 to pay' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Select INV-000003 to pay' }));
    expect(screen.queryByRole('link', { name: 'Pay selected' })).not.toBeInTheDocument();
    expect(screen.getByText('Invoices in different currencies are paid separately.')).toBeVisible();
  });

  it('tells three kinds of nothing apart', async () => {
    answerHome();
    answer('get', '/portal/invoices', page([]));
    const { user } = renderPortal('/acme/invoices');
    expect(await screen.findByText('No invoices yet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Unpaid' }));
    expect(await screen.findByText('All done')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Void' }));
    expect(await screen.findByText('No invoice matches')).toBeVisible();
  });

  it('says when the server cannot answer', async () => {
    answerHome();
    answer('get', '/portal/invoices', problem(503, 'internal'));
    renderPortal('/acme/invoices');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong');
  });
});
