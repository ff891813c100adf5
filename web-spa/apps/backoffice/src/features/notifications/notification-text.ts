import { t } from '@lingui/core/macro';
import type { Money, Notification } from '@portico/api/office';
import { changesOf, changeText } from '../../shell/changes';

/** What the kinds known here carry. */
export const dataOf = ({ data }: Notification) => data as { customer_name?: string; amount?: Money };

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
      return amount ? t`A payment of ${amount} by ${customer} failed` : t`Payment failed: ${subject.label}`;
    case 'access_accepted':
      return t`${customer} can now use the portal`;
    case 'customer_changed': {
      const changes = changesOf(item.data).map(changeText).join('; ');
      return t`${customer} changed details: ${changes}`;
    }
    case 'mail_failed':
      return t`An e-mail about ${subject.label} was not delivered`;
    default:
      return subject.label;
  }
}
