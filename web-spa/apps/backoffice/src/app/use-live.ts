import { follow, type Hint } from '@portico/api/live';
import { streamEvents } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { MONEY_VIEWS, refresh } from './query-client';

/** What shows what a hint is about. */
const VIEWS: Record<string, readonly string[]> = {
  invoice: MONEY_VIEWS,
  payment: MONEY_VIEWS,
  payment_link: ['listPaymentLinks'],
  customer: ['listCustomers', 'getCustomer', 'getCustomerTimeline', 'listContactPersons', 'getOfficeHome'],
  portal_sign_up: ['listPortalSignUps'],
  // Not the item that is open: its form would begin again.
  item: ['listItems'],
  notification: ['listNotifications', 'countUnreadNotifications'],
};
const EVERYTHING = [...new Set(Object.values(VIEWS).flat())];

/** One change brings several hints: what they touch is fetched again together. */
const TOGETHER_MS = 200;

/** Keeps what is on screen up to date; tells of each new notification. */
export function useLive(onNews: (id: string) => void): void {
  const client = useQueryClient();
  useEffect(() => {
    const touched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const catchUp = () => {
      void refresh(client, ...touched);
      touched.clear();
      timer = undefined;
    };
    const stop = follow(streamEvents, ({ kind, id }: Hint) => {
      for (const view of VIEWS[kind] ?? EVERYTHING) touched.add(view);
      timer ??= setTimeout(catchUp, TOGETHER_MS);
      if (kind === 'notification' && id) onNews(id);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, onNews]);
}
