import { answer, expectAccessible, problem } from '@portico/testing';
import { anInvoice, euro } from '@portico/testing/portal';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

async function open(id: string, change: Parameters<typeof anInvoice>[0] = {}) {
  answerHome();
  answer('get', `/portal/invoices/${id}`, anInvoice({ id, ...change }));
  const view = answer('post', `/portal/invoices/${id}/view`, undefined);
  const rendered = renderPortal(`/acme/invoices/${id}`);
  await screen.findByRole('heading', { level: 1, name: 'Invoice INV-000001' });
  if (document.visibilityState === 'visible') await waitFor(() => expect(view.calls).toHaveLength(1));
  return { view, ...rendered };
}

describe('an invoice', () => {
  it('reads like the document it is', async () => {
    const { container } = await open('inv_a', { notes: 'Thank you', terms: 'Net 30', reference: 'PO 1' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Invoice INV-000001' })).toBeVisible();
    const lines = screen.getByRole('table', { name: 'Lines' });
    expect(within(lines).getByRole('row', { name: /Design work.*4 h.*€25.00.*€100.00/s })).toBeVisible();
    const text = container.textContent;
    for (const part of [
      'Acme Studio',
      'Analytical Engines Ltd',
      'DE123456789',
      'VAT (19 %)',
      '€19.00',
      'Net 30',
      'PO 1',
    ]) {
      expect(text).toContain(part);
    }
    expect(screen.getByRole('link', { name: 'Pay now' })).toHaveAttribute('href', '/acme/pay?invoices=inv_a');
    await expectAccessible();
  });

  it('tells the server once that a person has seen it', async () => {
    const { view } = await open('inv_b');
    expect(view.calls).toHaveLength(1);
  });

  it('does not count as seen while the page is hidden', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { view } = await open('inv_c');
    expect(view.calls).toHaveLength(0);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(view.calls).toHaveLength(1));
  });

  it('shows what was paid and what is left', async () => {
    await open('inv_d', {
      status: 'partially_paid',
      balance: euro(6_900),
      amount_paid: euro(5_000),
      payments: [{ payment_id: 'pay_1', number: 'PAY-1', date: '2026-11-02', amount: euro(5_000) }],
    });
    expect(await screen.findByRole('link', { name: 'PAY-1' })).toHaveAttribute('href', '/acme/payments/pay_1');
    expect(screen.getByRole('main')).toHaveTextContent('Paid-€50.00');
    expect(screen.getByRole('main')).toHaveTextContent('Amount due€69.00');
  });

  it('keeps people from paying twice while a payment is processed', async () => {
    await open('inv_e', {
      payment_pending: true,
      pending_payment: { id: 'pay_9', state: 'pending' },
      allowed_actions: ['download'],
    });
    expect(await screen.findByText(/You do not need to pay again/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the payment' })).toHaveAttribute('href', '/acme/pay/pay_9');
    expect(screen.queryByRole('link', { name: 'Pay now' })).not.toBeInTheDocument();
  });

  it('leads back to a payment that was begun', async () => {
    await open('inv_h', { payment_pending: true, pending_payment: { id: 'pay_8', state: 'requires_action' } });
    expect(screen.getByText(/started but not finished/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Finish or cancel it' })).toHaveAttribute('href', '/acme/pay/pay_8');
  });

  it('says how to pay otherwise when it cannot be paid online', async () => {
    await open('inv_f', { payment_options: [], payment_instructions: 'Transfer to DE89 3704', allowed_actions: [] });
    expect(await screen.findByText(/cannot be paid online/)).toBeVisible();
    expect(screen.getByText('Transfer to DE89 3704')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Pay now' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Download PDF' })).not.toBeInTheDocument();
  });

  it('does not exist for strangers', async () => {
    answerHome();
    answer('get', '/portal/invoices/inv_x', problem(404, 'not_found'));
    renderPortal('/acme/invoices/inv_x');
    expect(await screen.findByText('Nothing at this address')).toBeVisible();
  });

  it('says so when the PDF cannot be had', async () => {
    const { user } = await open('inv_g');
    answer('get', '/portal/invoices/inv_g/pdf', problem(500, 'internal'));
    await user.click(await screen.findByRole('button', { name: 'Download PDF' }));
    expect(await screen.findByText('It is our fault, not yours. Try again in a moment.')).toBeVisible();
  });
});
