import { answer, expectAccessible, HttpResponse } from '@portico/testing';
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { invoice, page, person } from '../../testing/makers';
import { openOffice } from '../../testing/mount';

it('shows the document and only the actions the server allows', async () => {
  answer(
    'get',
    '/invoices/inv_1',
    invoice({
      allowed_actions: ['record_payment', 'void'],
      viewed_at: '2026-11-21T08:00:00Z',
      viewed_by: 'Maria Berger',
    }),
  );
  const { user } = openOffice('/invoices/inv_1');
  const paper = within(await screen.findByRole('article', { name: 'Invoice' }));
  expect(paper.getByText('VAT 19 %')).toBeVisible();
  expect(screen.getByText('Maria Berger')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Record payment' })).toHaveAttribute(
    'href',
    '/office/payments/new?customer_id=cus_1&invoice_id=inv_1',
  );
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  expect(await screen.findByRole('menuitem', { name: 'Void…' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Delete' })).toBeNull();
});

it('sends to the primary contact, with a message', async () => {
  const draft = invoice({ number: null, status: 'draft', sent_at: null, allowed_actions: ['edit', 'send'] });
  answer('get', '/invoices/inv_1', draft);
  answer(
    'get',
    '/customers/cus_1/contact-persons',
    page(person({ id: 'per_0', email: null, is_primary: false }), person()),
  );
  const sent = answer(
    'post',
    '/invoices/inv_1/send',
    invoice({ mail: { status: 'queued', error: null, mail_id: 'mal_1' } }),
  );
  const { user, url } = openOffice('/invoices/inv_1/send');
  const dialog = within(await screen.findByRole('dialog', { name: 'Send invoice' }));
  expect(await dialog.findByText('maria@acme.example')).toBeVisible();
  await user.type(dialog.getByLabelText('Message'), 'Hello');
  answer('get', '/invoices/inv_1', invoice());
  await user.click(dialog.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/is on its way to maria@acme.example/)).toBeVisible();
  expect(sent.bodies).toEqual([{ to: ['maria@acme.example'], message: 'Hello' }]);
  expect(url()).toBe('/office/invoices/inv_1');
});

it('wants a reason before it voids', async () => {
  answer('get', '/invoices/inv_1', invoice());
  const voided = answer(
    'post',
    '/invoices/inv_1/void',
    invoice({ status: 'void', void_reason: 'Wrong address', allowed_actions: [] }),
  );
  const { user } = openOffice('/invoices/inv_1/void');
  const button = await screen.findByRole('button', { name: 'Void invoice' });
  await user.click(button);
  expect(await screen.findByText('Please fill this in')).toBeVisible();
  await user.type(screen.getByLabelText(/Reason/), 'Wrong address');
  answer('get', '/invoices/inv_1', invoice({ status: 'void', void_reason: 'Wrong address', allowed_actions: [] }));
  await user.click(button);
  expect(await screen.findByText('Voided: Wrong address')).toBeVisible();
  expect(voided.bodies).toEqual([{ reason: 'Wrong address' }]);
});

it('says that the mail failed and sends it again', async () => {
  answer(
    'get',
    '/invoices/inv_1',
    invoice({ mail: { status: 'failed', error: '550 no such mailbox', mail_id: 'mal_1' } }),
  );
  const retried = answer('post', '/mails/mal_1/retry', {});
  const { user } = openOffice('/invoices/inv_1');
  expect(await screen.findByText('550 no such mailbox')).toBeVisible();
  answer('get', '/invoices/inv_1', invoice({ mail: { status: 'queued', error: null, mail_id: 'mal_1' } }));
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(await screen.findByText('Waiting to be sent')).toBeVisible();
  expect(retried.calls).toHaveLength(1);
});

it('downloads the PDF under the number of the invoice', async () => {
  answer('get', '/invoices/inv_1', invoice());
  answer('get', '/invoices/inv_1/pdf', new HttpResponse('%PDF-', { headers: { 'Content-Type': 'application/pdf' } }));
  URL.createObjectURL = vi.fn(() => 'blob:pdf');
  URL.revokeObjectURL = vi.fn();
  let name = '';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  const { user } = openOffice('/invoices/inv_1');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Download PDF' }));
  await expect.poll(() => name).toBe('INV-000042.pdf');
});

it('tells the story of the invoice', async () => {
  answer('get', '/invoices/inv_1', invoice());
  answer(
    'get',
    '/invoices/inv_1/timeline',
    page(
      {
        id: 'adt_2',
        at: '2026-11-20T10:00:00Z',
        action: 'invoice.sent',
        actor: { kind: 'staff', name: 'Anna' },
        data: { to: 'maria@acme.example' },
      },
      {
        id: 'adt_1',
        at: '2026-11-20T09:00:00Z',
        action: 'invoice.teleported',
        actor: { kind: 'system', name: null },
        data: {},
      },
    ),
  );
  openOffice('/invoices/inv_1/timeline');
  expect(await screen.findByText('Invoice sent to maria@acme.example')).toBeVisible();
  expect(screen.getByText('invoice teleported')).toBeVisible();
});

it('explains a foreign or deleted invoice', async () => {
  answer('get', '/invoices/inv_9', { code: 'not_found', status: 404, title: 'Not found', errors: [] }, 404);
  openOffice('/invoices/inv_9');
  expect(await screen.findByText('This page does not exist')).toBeVisible();
});
