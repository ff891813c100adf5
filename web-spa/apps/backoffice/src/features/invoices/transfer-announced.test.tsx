import { answer, expectAccessible } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { invoice } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

const notice = { transferred_on: '2026-11-20', told_by: 'Maria Acme' };

it('says what the customer says, until it is dismissed', async () => {
  answer('get', '/invoices/inv_1', invoice({ transfer_notice: notice }));
  const { user } = openOffice('/invoices/inv_1');
  expect(await screen.findByText(/says it was transferred on/)).toHaveTextContent('Nov 20, 2026 (Maria Acme)');
  await expectAccessible();
  const dismissed = answer('delete', '/invoices/inv_1/transfer-notice', undefined);
  answer('get', '/invoices/inv_1', invoice());
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await expect.poll(() => screen.queryByText(/says it was transferred on/)).toBeNull();
  expect(dismissed.calls).toHaveLength(1);
});
