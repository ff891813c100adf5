import { createAudience } from './audience';
import type { PortalSession } from './generated/portal';
import { client } from './generated/portal/client.gen';
import { toProblem } from './problem';
import { createSessionStore } from './session';

export * from './generated/portal';

/** The customer's session. */
export const portalSession = createSessionStore<PortalSession>();

let portalName: string | null = null;

const audience = createAudience({
  session: portalSession,
  refreshUrl: () => (portalName ? `/api/v1/portal/${encodeURIComponent(portalName)}/auth/refresh` : null),
  isOpen: (path) => path.startsWith('/api/v1/public/') || /^\/api\/v1\/portal\/[^/]+\/auth\//.test(path),
});

/** Each portal has its own cookie and its own session. */
export function choosePortal(name: string): void {
  if (portalName !== null && portalName !== name) portalSession.clear('signed_out');
  portalName = name;
}

export const restorePortalSession = audience.restore;

client.setConfig({ baseUrl: location.origin, fetch: audience.fetch, throwOnError: true });
client.interceptors.error.use(toProblem);
