import { portalSession } from '@portico/api/portal';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** When the session ends, what was on screen goes with it; signing in again leads back to where one was. */
export function useEndOfSession(portal: string): void {
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      portalSession.onEnd((reason) => {
        const here = router.state.location.href;
        void navigate({
          to: '/$portal/login',
          params: { portal },
          search: reason === 'expired' ? { reason, next: here } : { reason },
          replace: true,
        }).then(() => queryClient.removeQueries({ predicate: ({ queryKey }) => !isPublic(queryKey) }));
      }),
    [navigate, router, queryClient, portal],
  );
}

function isPublic([key]: readonly unknown[]): boolean {
  return typeof key === 'object' && key !== null && '_id' in key && key._id === 'getPortal';
}
