import { createAudience } from './audience';
import type { Session } from './generated/office';
import { client } from './generated/office/client.gen';
import { toProblem } from './problem';
import { createSessionStore } from './session';

export * from './generated/office';

/** The staff member's session. */
export const officeSession = createSessionStore<Session>();

const OPEN = new Set(['sign-up', 'sign-in', 'refresh', 'sign-out'].map((verb) => `/api/v1/auth/${verb}`));

const audience = createAudience({
  session: officeSession,
  refreshUrl: () => '/api/v1/auth/refresh',
  isOpen: (path) => path.startsWith('/api/v1/public/') || OPEN.has(path),
});

export const restoreOfficeSession = audience.restore;

client.setConfig({ baseUrl: location.origin, fetch: audience.fetch, throwOnError: true });
client.interceptors.error.use(toProblem);
