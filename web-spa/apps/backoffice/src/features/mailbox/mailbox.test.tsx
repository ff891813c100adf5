import { answer, expectAccessible } from '@portico/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openSignedOut } from '../../testing/mount';

const mail = {
  id: 'm1',
  to: 'maria@acme.example',
  subject: 'Your invoice',
  at: '2026-11-21T08:00:00Z',
  text: 'Plain words',
  html: '<p><a href="https://portico.example">Pay</a></p>',
  attachments: [{ name: 'INV.pdf', size: 10 }],
};

it('shows a mail without letting it run anything here', async () => {
  answer('get', '/public/dev/mailbox', { data: [mail] });
  const { user } = openSignedOut('/dev/mailbox');
  const frame = await screen.findByTitle('Your invoice');
  expect(frame).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  expect(frame).toHaveAttribute('srcdoc', expect.stringContaining('<base target="_blank">'));
  expect(screen.getByText('INV.pdf (10 B)')).toBeVisible();
  await user.click(screen.getByText('Text'));
  expect(screen.getByText('Plain words')).toBeVisible();
  await expectAccessible();
});

it('explains an empty mailbox', async () => {
  answer('get', '/public/dev/mailbox', { data: [] });
  openSignedOut('/dev/mailbox');
  expect(await screen.findByText('No mail yet')).toBeVisible();
});
