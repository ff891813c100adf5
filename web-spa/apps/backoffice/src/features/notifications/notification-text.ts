import { t } from '@lingui/core/macro';
import type { Money, Notification } from '@portico/api/office';
import { changesOf, changeText } from '../../shell/changes';
import { cpText } from '../payments/cp-text';

/** What the kinds known here carry. */
export const dataOf = ({ data }: Notification) =>
  data as { customer_name?: string; person_name?: string; amount?: Money; cp_code?: string | null };

/** What happened, in one sentence; `amount` comes formatted. */
export function notificationText(item: Notification, amount: string | null): string {
  const { kind, subject } = item;
  const customer = dataOf(item).customer_name ?? '';
  switch (kind) {
    case 'invoice_viewed':
      return t`${customer} has seen ${subject.label}`;
    case 'payment_received':
      return amount ? t`${customer} paid ${amount}` : t`Payment received: ${subject.label}`;
    case 'payment_failed':
      return withCause(
        amount ? t`A payment of ${amount} by ${customer} failed` : t`Payment failed: ${subject.label}`,
        dataOf(item).cp_code,
      );
    case 'payment_differs':
      return t`The gateway took another amount from ${customer} than was asked for`;
    case 'payment_disputed':
      return t`${customer} disputes a payment, or the bank has returned it`;
    case 'transfer_announced':
      return t`${customer} says that ${subject.label} was paid by bank transfer`;
    case 'access_accepted':
      return t`${customer} can now use the portal`;
    case 'customer_changed': {
      const changes = changesOf(item.data).map(changeText).join('; ');
      return t`${customer} changed details: ${changes}`;
    }
    case 'sign_up_waiting': {
      const person = dataOf(item).person_name ?? subject.label;
      return customer && customer !== person
        ? t`${person} (${customer}) asks to be let into the portal`
        : t`${person} asks to be let into the portal`;
    }
    case 'mail_failed':
      return t`An e-mail about ${subject.label} was not delivered`;
    default:
      return subject.label;
  }
}

/** The code of the table with its cause and its remedy, where there is one. */
function withCause(sentence: string, code: string | null | undefined): string {
  const known = cpText(code);
  return known ? `${sentence}. ${code}: ${known.cause} ${known.remedy}` : sentence;
}
