import { readAllNotifications } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';

export function useReadAll(): () => void {
  const client = useQueryClient();
  return () =>
    void readAllNotifications({ throwOnError: true })
      .then(() => refresh(client, 'listNotifications', 'countUnreadNotifications', 'getOfficeHome'))
      .catch(failed);
}
