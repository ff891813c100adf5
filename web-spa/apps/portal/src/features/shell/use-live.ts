import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Keeps what is on screen up to date. It comes after the page: nobody waits for it. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop = () => {};
    let left = false;
    void import('./live').then(({ followPortal }) => {
      if (!left) stop = followPortal(client);
    });
    return () => {
      left = true;
      stop();
    };
  }, [client]);
}
