import type { EmailTemplate, EmailTemplateSummary } from '@portico/api/office';
import { answer, expectAccessible, problem } from '@portico/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openOffice } from '../../../testing/mount';

const PATH = '/email-templates/invoice_sent/en';

function template(over: Partial<EmailTemplate> = {}): EmailTemplate {
  return {
    kind: 'invoice_sent',
    language: 'en',
    for_staff: false,
    subject: 'Invoice {number}',
    body: 'Hello {name}',
    edited: false,
    default_subject: 'Invoice {number}',
    default_body: 'Hello {name}',
    placeholders: [
      { name: 'number', meaning: 'The number', sample: 'INV-000042', required: false },
      { name: 'name', meaning: 'The name', sample: 'Maja Lindqvist', required: true },
    ],
    version: 0,
    updated_at: null,
    updated_by: null,
    ...over,
  };
}

const row = (over: Partial<EmailTemplateSummary>): EmailTemplateSummary => ({
  kind: 'invoice_sent',
  language: 'en',
  for_staff: false,
  subject: 'Invoice {number}',
  edited: false,
  updated_at: null,
  updated_by: null,
  ...over,
});

const preview = (subject: string) => ({ subject, html: `<p>${subject}</p>`, text: subject });

function open() {
  answer('get', PATH, template());
  const shown = answer('post', `${PATH}/preview`, preview('Invoice INV-000042'));
  return { ...openOffice('/settings/email-templates/invoice_sent/en'), shown };
}

it('lists every mail in each language, and which were edited', async () => {
  answer('get', '/email-templates', {
    data: [row({ edited: true, updated_at: '2026-11-20T10:00:00Z' }), row({ language: 'de' })],
  });
  openOffice('/settings/email-templates');
  expect(await screen.findAllByRole('link', { name: 'Invoice' })).toHaveLength(2);
  expect(screen.getByText('Edited')).toBeVisible();
  expect(screen.getByText('Built in')).toBeVisible();
  expect(screen.getByText('German')).toBeVisible();
  await expectAccessible();
});

it('inserts placeholders at the cursor, shows the mail and saves it', async () => {
  const { user, shown } = open();
  const subject = await screen.findByLabelText<HTMLInputElement>('Subject');
  const frame = await screen.findByTitle<HTMLIFrameElement>('Preview of the e-mail');
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame.srcdoc).toBe('<p>Invoice INV-000042</p>');
  // jsdom's frames are none that axe could look into.
  await expectAccessible(subject.closest('fieldset') ?? undefined);

  await user.click(subject);
  subject.setSelectionRange(0, 0);
  answer('post', `${PATH}/preview`, preview('Maja LindqvistInvoice INV-000042'));
  await user.click(screen.getByRole('button', { name: 'Insert {name}' }));
  expect(subject).toHaveValue('{name}Invoice {number}');
  expect(subject).toHaveFocus();
  expect(subject.selectionStart).toBe(6);
  expect(await screen.findByText('Maja LindqvistInvoice INV-000042')).toBeVisible();
  expect(shown.bodies[0]).toEqual({ subject: 'Invoice {number}', body: 'Hello {name}' });

  const saved = answer('patch', PATH, template({ subject: '{name}Invoice {number}', edited: true, version: 1 }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved. E-mails written from now on say this.')).toBeVisible();
  expect(saved.bodies).toEqual([{ subject: '{name}Invoice {number}', body: 'Hello {name}' }]);
  expect(saved.calls[0]?.headers.get('If-Match')).toBe('"0"');
  expect(await screen.findByRole('button', { name: 'Restore default' })).toBeVisible();
});

it('names a placeholder that there is not', async () => {
  const { user } = open();
  const body = await screen.findByLabelText('Text');
  const wrong = problem(422, 'validation_failed', [
    { pointer: '/body', code: 'unknown_placeholder', detail: 'there is no placeholder {nmae} in this mail' },
  ]);
  answer('post', `${PATH}/preview`, wrong);
  await user.clear(body);
  await user.type(body, 'Hello {{nmae}');
  const preview = within(screen.getByRole('region', { name: 'Preview' }));
  expect(await preview.findByText('there is no placeholder {nmae} in this mail')).toBeVisible();
  answer('patch', PATH, wrong);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(body).toHaveAccessibleDescription(/no placeholder \{nmae\}/));
});

it('asks before it takes one’s own words back, and before they are lost', async () => {
  answer('get', PATH, template({ subject: 'Mine {number}', edited: true, version: 4 }));
  answer('post', `${PATH}/preview`, preview('Mine INV-000042'));
  answer('get', '/email-templates', { data: [row({})] });
  const { user } = openOffice('/settings/email-templates/invoice_sent/en');
  const subject = await screen.findByLabelText('Subject');
  await user.type(subject, '!');
  await user.click(screen.getAllByRole('link', { name: 'E-mail templates' })[0] as HTMLElement);
  const leaving = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
  await user.click(leaving.getByRole('button', { name: 'Keep editing' }));

  const restored = answer('post', `${PATH}/restore`, template({ version: 5 }));
  await user.click(screen.getByRole('button', { name: 'Restore default' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Go back to the built-in words?' }));
  await user.click(dialog.getByRole('button', { name: 'Restore default' }));
  await waitFor(() => expect(screen.getByLabelText('Subject')).toHaveValue('Invoice {number}'));
  expect(restored.calls).toHaveLength(1);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Restore default' })).toBeNull());
});

it('says when somebody else was first', async () => {
  const { user } = open();
  answer('patch', PATH, problem(412, 'version_mismatch'));
  await user.type(await screen.findByLabelText('Subject'), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Somebody else changed it' }));
  answer('get', PATH, template({ subject: 'Theirs {number}', version: 7 }));
  await user.click(dialog.getByRole('button', { name: 'Load the latest version' }));
  await waitFor(() => expect(screen.getByLabelText('Subject')).toHaveValue('Theirs {number}'));
});
