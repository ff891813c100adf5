import { t } from '@lingui/core/macro';
import type { TimelineEntry } from '@portico/api/office';
import { gatewayName } from '../app/gateway-name';
import { methodName } from '../app/method-name';

function textOf(data: TimelineEntry['data'], key: string): string {
  const value: unknown = Reflect.get(data, key);
  if (Array.isArray(value)) {
    return value.join(', ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The card or the account that an entry is about. */
const methodOf = (of: (key: string) => string) => methodName({ brand: of('brand'), last4: of('last4') });

const TEXTS: Record<string, (of: (key: string) => string) => string> = {
  'customer.created': () => t`Customer created`,
  'customer.updated': () => t`Customer changed`,
  'customer.activated': () => t`Customer marked as active`,
  'customer.deactivated': () => t`Customer marked as inactive`,
  'customer.imported': () => t`Customer imported`,
  'customer.payment_method_saved': (of) => t`Saved for later payments: ${methodOf(of)}`,
  'customer.payment_method_changed': (of) => t`Saved card or account changed: ${methodOf(of)}`,
  'customer.payment_method_removed': (of) => t`Saved card or account removed: ${methodOf(of)}`,
  'gateway.payment_methods_forgotten': (of) =>
    t`Saved cards and accounts forgotten: ${gatewayName(of('gateway'))} was disconnected`,
  'contact_person.created': (of) => t`Contact person added: ${of('name')}`,
  'contact_person.updated': (of) => t`Contact person changed: ${of('name')}`,
  'contact_person.deleted': (of) => t`Contact person deleted: ${of('name')}`,
  'contact_person.made_primary': (of) => t`Primary contact person: ${of('name')}`,
  'contact_person.invited': (of) => t`Invited to the portal: ${of('email')}`,
  'contact_person.access_accepted': (of) => t`Portal invitation accepted: ${of('email')}`,
  'contact_person.access_disabled': (of) => t`Portal access disabled: ${of('email')}`,
  'contact_person.access_enabled': (of) => t`Portal access enabled: ${of('email')}`,
  'contact_person.signed_up': (of) => t`Signed up to the portal: ${of('email')}`,
  'portal_sign_up.asked': (of) => t`Asked to be let into the portal: ${of('name')}`,
  'portal_sign_up.approved': (of) => t`Let into the portal: ${of('name')}`,
  'portal_sign_up.declined': (of) => t`Turned away from the portal: ${of('name')}`,
  'contact_person.password_chosen': (of) => t`First portal password replaced by their own: ${of('email')}`,
  'contact_person.access_narrowed': (of) => t`Portal permissions changed: ${of('name')}`,
  'contact_person.email_change_asked': (of) => t`New e-mail address asked for: ${of('email')}`,
  'contact_person.password_changed': (of) => t`Portal password changed: ${of('email')}`,
  'contact_person.password_reset': (of) => t`Portal password reset: ${of('email')}`,
  'contact_person.mfa_enabled': (of) => t`Authenticator app for the portal turned on: ${of('email')}`,
  'contact_person.mfa_disabled': (of) => t`Authenticator app for the portal turned off: ${of('email')}`,
  'contact_person.recovery_codes_renewed': (of) => t`New recovery codes for the portal: ${of('email')}`,
  'member.password_reset': (of) => t`Password reset: ${of('name')}`,
  'member.mfa_enabled': (of) => t`Authenticator app turned on: ${of('name')}`,
  'member.mfa_disabled': (of) => t`Authenticator app turned off: ${of('name')}`,
  'member.recovery_codes_renewed': (of) => t`New recovery codes: ${of('name')}`,
  'invoice.created': () => t`Invoice written`,
  'invoice.updated': () => t`Invoice changed`,
  'invoice.sent': (of) => (of('to') ? t`Invoice sent to ${of('to')}` : t`Invoice sent`),
  'invoice.marked_sent': () => t`Invoice marked as sent`,
  'invoice.viewed': () => t`Invoice seen by the customer`,
  'invoice.voided': (of) => t`Invoice voided: ${of('reason')}`,
  'invoice.reverted_to_draft': () => t`Invoice made a draft again`,
  'invoice.duplicated': () => t`Invoice duplicated`,
  'invoice.deleted': () => t`Draft deleted`,
  'invoice.paid': () => t`Invoice paid in full`,
  'invoice.transfer_announced': () => t`The customer says that it was paid by bank transfer`,
  'invoice.transfer_dismissed': () => t`Dismissed: no bank transfer has come`,
  'payment.differs': () => t`The gateway took another amount than it was asked for`,
  'payment.difference_accepted': () => t`Another amount accepted as the gateway took it`,
  'payment.difference_rejected': () => t`Another amount rejected: it is given back at the gateway`,
  'invoice.credit_applied': () => t`Credit applied`,
  'invoice.credit_removed': () => t`Credit taken off`,
  'invoice.payment_taken_back': (of) => t`Payment taken back to be refunded: ${of('payment')}`,
  'invoice.payment_put_back': (of) => t`Refund failed, payment put back: ${of('payment')}`,
  'invoice.payment_link_created': () => t`Payment link made`,
  'payment_link.created': (of) => t`Payment link made: ${of('description')}`,
  'payment_link.viewed': (of) => t`Payment link looked at: ${of('description')}`,
  'payment_link.cancelled': (of) => t`Payment link cancelled: ${of('description')}`,
  'payment.recorded': (of) => t`Payment recorded: ${of('number')}`,
  'payment.processing': () => t`Payment under way: the gateway is processing it`,
  'payment.received': (of) => t`Payment received: ${of('number')}`,
  'payment.refund_requested': (of) => t`Refund asked for: ${of('number')}`,
  'payment.refunded': (of) => t`Money given back: ${of('number')}`,
  'payment.refund_failed': (of) => t`Refund failed: ${of('number')}`,
  'payment.disputed': (of) => t`Payment disputed: ${of('number')}`,
  'payment.failed': (of) => t`Payment failed: ${of('number')}`,
};

/** What happened, in words; an event this version does not know is shown by its name. */
export function timelineText(entry: TimelineEntry): string {
  const text = TEXTS[entry.action];
  const of = (key: string) => textOf(entry.data, key);
  const words = text ? text(of).replace(/: $/, '') : entry.action.replace(/[._]/g, ' ');
  // On a customer's page one must see which document it was.
  return words.includes(of('number')) ? words : `${words} · ${of('number')}`;
}
