import { expect, it } from 'vitest';
import { timelineText } from './timeline-text';

const entry = (action: string, data: Record<string, string>) => ({
  id: 'evt_1',
  at: '2026-11-20T10:00:00Z',
  action,
  actor: { kind: 'customer', name: null },
  data,
});

it.each([
  ['contact_person.mfa_enabled', { email: 'maria@acme.example' }, /turned on: maria@acme.example$/],
  ['contact_person.mfa_disabled', { email: 'maria@acme.example' }, /turned off: maria@acme.example$/],
  [
    'contact_person.recovery_codes_renewed',
    { email: 'maria@acme.example' },
    /^New recovery codes for the portal: maria/,
  ],
  ['contact_person.password_reset', { email: 'maria@acme.example' }, /^Portal password reset: maria/],
  ['contact_person.signed_up', { name: 'Maria', email: 'maria@acme.example' }, /^Signed up to the portal: maria@/],
  ['portal_sign_up.approved', { name: 'Maria', email: 'maria@acme.example' }, /^Let into the portal: Maria$/],
  ['member.mfa_enabled', { name: 'Anna' }, /^Authenticator app turned on: Anna$/],
  ['member.mfa_disabled', { name: 'Anna' }, /^Authenticator app turned off: Anna$/],
  ['member.recovery_codes_renewed', { name: 'Anna' }, /^New recovery codes: Anna$/],
  ['member.password_reset', { name: 'Anna' }, /^Password reset: Anna$/],
  ['invoice.paid', { number: 'INV-000042' }, /^Invoice paid in full · INV-000042$/],
  [
    'customer.payment_method_saved',
    { brand: 'visa', last4: '4242', gateway: 'stripe' },
    /^Saved for later payments: Visa •••• 4242$/,
  ],
  [
    'customer.payment_method_changed',
    { brand: 'visa', last4: '4242' },
    /^Saved card or account changed: Visa •••• 4242$/,
  ],
  [
    'customer.payment_method_removed',
    { brand: 'sepa_debit', last4: '3000' },
    /^Saved card or account removed: SEPA •••• 3000$/,
  ],
  ['gateway.payment_methods_forgotten', { gateway: 'stripe' }, /forgotten: Stripe was disconnected$/],
  ['something.quite_new', {}, /^something quite new$/],
])('says %s in words', (action, data: Record<string, string>, words) => {
  expect(timelineText(entry(action, data))).toMatch(words);
});
