import { answer, expectAccessible } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { customer, page } from '../testing/makers';
import { openOffice } from '../testing/mount';

it('tells field by field what a customer changed', async () => {
  answer('get', '/customers/cus_1', customer());
  answer(
    'get',
    '/customers/cus_1/timeline',
    page({
      id: 'evt_1',
      at: '2026-11-20T10:00:00Z',
      action: 'customer.updated',
      actor: { kind: 'customer', name: 'Maria Berger' },
      data: {
        changes: [
          { field: 'billing_address.city', before: 'Berlin', after: 'Bonn' },
          { field: 'website', before: null, after: 'https://acme.example' },
          { field: 'credit_limit', before: { amount: 100, currency: 'EUR' }, after: null },
          { field: 'allow_bank_debit', before: false, after: true },
        ],
      },
    }),
  );
  openOffice('/customers/cus_1/timeline');
  expect(await screen.findByText('Customer changed')).toBeVisible();
  const told = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(told).toContain('Billing address · City Berlin → Bonn');
  expect(told).toContain('Website (empty) → https://acme.example');
  expect(told).toContain('Credit limit €1.00 → (empty)');
  expect(told).toContain('allow bank debit no → yes');
  await expectAccessible();
});
