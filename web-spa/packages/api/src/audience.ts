import { ApiProblem, toProblem } from './problem';
import type { SessionStore, Tokens } from './session';

const CSRF = { 'X-Portico-Csrf': '1' };

export interface AudienceOptions<S extends Tokens> {
  session: SessionStore<S>;
  /** Where the refresh cookie is exchanged; null while no portal is chosen. */
  refreshUrl: () => string | null;
  /** Requests that go out without a token: sign-in and its siblings, public pages. */
  isOpen: (path: string) => boolean;
}

export interface Audience<S extends Tokens> {
  fetch: typeof fetch;
  /** The session, brought back through the refresh cookie if need be; null when signed out. */
  restore: () => Promise<S | null>;
}

/** A password or code that is wrong says nothing about the session: asking again would count as another attempt. */
const WRONG_PROOF = new Set(['invalid_credentials', 'mfa_required', 'mfa_invalid']);

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

/** fetch for one audience: bearer token, one shared refresh when it has run out, one retry. */
export function createAudience<S extends Tokens>({ session, refreshUrl, isOpen }: AudienceOptions<S>): Audience<S> {
  let refreshing: Promise<S | null> | null = null;

  async function exchange(url: string): Promise<S | null> {
    const response = await fetch(new URL(url, location.origin), {
      method: 'POST',
      headers: CSRF,
      credentials: 'same-origin',
    }).catch(() => {
      throw new ApiProblem({ code: 'network' });
    });
    if (response.ok) {
      const next = (await response.json()) as S;
      session.set(next);
      return next;
    }
    // Anything else than "no valid session" says nothing about the session: keep it.
    if (response.status !== 401 && response.status !== 403) {
      throw toProblem(await response.json().catch(() => null), response);
    }
    session.clear('expired');
    return null;
  }

  /** The refresh token rotates and its reuse ends the family: one exchange at a time, across tabs too. */
  function refresh(): Promise<S | null> {
    const url = refreshUrl();
    if (!url) return Promise.resolve(null);
    refreshing ??= locked(`portico-refresh:${url}`, () => exchange(url)).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function send(request: Request, token: string | null): Promise<Response> {
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    return fetch(request);
  }

  return {
    restore: async () => session.get() ?? refresh(),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname;
      if (isOpen(path)) {
        if (request.method !== 'GET') request.headers.set('X-Portico-Csrf', '1');
        return fetch(request);
      }
      const again = request.clone();
      const token = session.freshToken() ?? (await refresh())?.access_token ?? null;
      const response = await send(request, token);
      if (response.status === 403 && (await codeOf(response)) === 'mfa_setup_required') {
        session.change({ mfa_setup_required: true } as Partial<S>);
      }
      if (response.status !== 401 || !token || WRONG_PROOF.has(await codeOf(response))) return response;
      const renewed = await refresh();
      return renewed ? send(again, renewed.access_token) : response;
    },
  };
}

async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request(name, work) as Promise<T>;
}
