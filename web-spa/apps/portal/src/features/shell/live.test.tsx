import { answer, stream } from '@portico/testing';
import { anInvoiceSummary } from '@portico/testing/portal';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerHome, renderPortal } from '../../app/render-portal';

it('shows what happened to an invoice without being asked', async () => {
  answerHome();
  answer('get', '/portal/invoices', { data: [], next_cursor: null });
  renderPortal('/acme/invoices');
  const events = stream('/portal/events');
  await expect.poll(events.lines).toBe(1);
  answer('get', '/portal/invoices', { data: [anInvoiceSummary({ number: 'INV-000077' })], next_cursor: null });
  events.say('invoice', 'inv_1');
  expect(await screen.findByRole('link', { name: /INV-000077/ })).toBeVisible();
});
