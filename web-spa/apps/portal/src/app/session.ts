import { type PortalSession, portalSession } from '@portico/api/portal';
import { useSyncExternalStore } from 'react';

export function useSession(): PortalSession | null {
  return useSyncExternalStore(portalSession.subscribe, portalSession.get);
}
