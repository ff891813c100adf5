import { UnstyledButton } from '@mantine/core';
import { type Notification, readNotification } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { Instant } from '@portico/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refresh } from '../../app/query-client';
import { dataOf, notificationText } from './notification-text';
import classes from './notifications.module.css';

/** Each leads to what it speaks of, and counts as read from then on. */
export function NotificationItems({ items, onOpen }: { items: readonly Notification[]; onOpen?: () => void }) {
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const amountOf = (item: Notification) => {
    const { amount } = dataOf(item);
    return amount ? format.money(amount) : null;
  };

  const open = (item: Notification) => {
    onOpen?.();
    const { type, id } = item.subject;
    if (type === 'invoice') {
      void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } });
    } else if (type === 'payment') {
      void navigate({ to: '/payments/$paymentId', params: { paymentId: id } });
    } else if (type === 'customer') {
      void navigate({ to: '/customers/$customerId', params: { customerId: id } });
    } else if (type === 'portal_sign_up') {
      void navigate({ to: '/customers/sign-ups' });
    }
    if (!item.read_at) {
      // Losing this costs nothing: the notification simply stays unread.
      void readNotification({ path: { id: item.id }, throwOnError: true })
        .then(() => refresh(client, 'listNotifications', 'countUnreadNotifications'))
        .catch(() => undefined);
    }
  };

  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.id}>
          <UnstyledButton className={classes.item} data-unread={!item.read_at || undefined} onClick={() => open(item)}>
            <span className={classes.dot} aria-hidden="true" />
            <span>
              {notificationText(item, amountOf(item))}
              <span className={classes.when}>
                <Instant value={item.at} />
              </span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
