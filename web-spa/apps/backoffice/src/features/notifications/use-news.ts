import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { listNotifications } from '@portico/api/office';
import { useFormat } from '@portico/i18n';
import { useCallback } from 'react';
import { dataOf, notificationText } from './notification-text';

/** Says in the corner what has just happened, politely: it waits for whoever is being read to. */
export function useNews(): (id: string) => void {
  const format = useFormat();
  return useCallback(
    (id: string) => {
      listNotifications({ query: { limit: 5 }, throwOnError: true })
        .then(({ data }) => {
          const item = data.data.find((candidate) => candidate.id === id && !candidate.read_at);
          // What this member does not want to be told is not in the list.
          if (!item) return;
          const { amount } = dataOf(item);
          notifications.show({
            id,
            role: 'status',
            message: notificationText(item, amount ? format.money(amount) : null),
            autoClose: 6000,
            closeButtonProps: { 'aria-label': t`Close` },
          });
        })
        .catch(() => undefined);
    },
    [format],
  );
}
