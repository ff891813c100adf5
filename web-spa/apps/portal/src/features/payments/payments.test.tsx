import { answer, expectAccessible, narrowScreen, problem } from '@portico/testing';
import { aPayment } from '@portico/testing/portal';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

const cash = aPayment({ id: 'pay_2', number: 'PAY-000002', gateway: null, method: null, mode: 'bank_transfer' });

describe('payments', () => {
  it('lists online and recorded ones', async () => {
    answerHome();
    const list = answer('get', '/portal/payments', { data: [aPayment(), cash], next_cursor: null });
    const { user, url } = renderPortal('/acme/payments');
    const table = await screen.findByRole('table', { name: 'Payments' });
    expect(within(table).getByRole('row', { name: /PAY-000001.*Visa •••• 4242.*Succeeded.*€119.00/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /PAY-000002.*Bank transfer/ })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'For invoices' }));
    await expect.poll(url).toBe('/acme/payments?kind=invoice');
    await expect.poll(() => list.calls.at(-1)?.url).toContain('kind=invoice');
  });

  it('are cards on a phone', async () => {
    narrowScreen();
    answerHome();
    answer('get', '/portal/payments', { data: [aPayment()], next_cursor: null });
    renderPortal('/acme/payments');
    expect(await screen.findByRole('link', { name: /PAY-000001.*€119.00/ })).toHaveAttribute(
      'href',
      '/acme/payments/pay_1',
    );
  });

  it('may be none yet', async () => {
    answerHome();
    answer('get', '/portal/payments', { data: [], next_cursor: null });
    renderPortal('/acme/payments');
    expect(await screen.findByText('No payments yet')).toBeVisible();
  });

  it('may fail to load', async () => {
    answerHome();
    answer('get', '/portal/payments', problem(500, 'internal'));
    renderPortal('/acme/payments');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong');
  });
});

describe('a receipt', () => {
  it('names what was paid, how, and for which invoices', async () => {
    answerHome();
    answer('get', '/portal/payments/pay_1', aPayment({ reference: 'PO 9' }));
    renderPortal('/acme/payments/pay_1');
    expect(await screen.findByRole('heading', { level: 1, name: 'PAY-000001' })).toBeVisible();
    const main = screen.getByRole('main');
    expect(main).toHaveTextContent('Amount paid€119.00');
    expect(main).toHaveTextContent('PO 9');
    expect(screen.getByRole('link', { name: 'INV-000001' })).toHaveAttribute('href', '/acme/invoices/inv_1');
    expect(screen.getByRole('button', { name: 'Download PDF' })).toBeEnabled();
    await expectAccessible();
  });

  it('is not offered for a payment that failed', async () => {
    answerHome();
    const failure = { code: 'expired_card', message_key: null, message: '' };
    answer(
      'get',
      '/portal/payments/pay_1',
      aPayment({ state: 'failed', number: null, receipt_available: false, failure }),
    );
    renderPortal('/acme/payments/pay_1');
    expect(await screen.findByText('The card has expired. Try another card.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Download PDF' })).not.toBeInTheDocument();
  });
});
