/** What both audiences' sessions have in common. */
export interface Tokens {
  access_token: string;
  expires_in: number;
  /** An authenticator app must be set up before anything else. */
  mfa_setup_required: boolean;
}

export type SignOutReason = 'signed_out' | 'expired';

/** The signed-in session, in memory only: it dies with the tab and comes back through the refresh cookie. */
export interface SessionStore<S extends Tokens> {
  get(): S | null;
  set(session: S): void;
  clear(reason: SignOutReason): void;
  /** What the session says changes, but not how long its token is good for. */
  change(part: Partial<S>): void;
  /** The token, or null when there is none or it is about to run out. */
  freshToken(): string | null;
  subscribe(listener: () => void): () => void;
  /** Called when a session ends, and why. */
  onEnd(listener: (reason: SignOutReason) => void): () => void;
}

const EARLY_MS = 15_000;

export function createSessionStore<S extends Tokens>(now: () => number = Date.now): SessionStore<S> {
  let current: S | null = null;
  let expiresAt = 0;
  const listeners = new Set<() => void>();
  const endListeners = new Set<(reason: SignOutReason) => void>();
  const add = <T>(set: Set<T>, item: T) => {
    set.add(item);
    return () => {
      set.delete(item);
    };
  };
  return {
    get: () => current,
    set(session) {
      current = session;
      expiresAt = now() + session.expires_in * 1000;
      for (const listener of listeners) listener();
    },
    change(part) {
      if (!current) return;
      current = { ...current, ...part };
      for (const listener of listeners) listener();
    },
    clear(reason) {
      if (!current) return;
      current = null;
      for (const listener of listeners) listener();
      for (const listener of endListeners) listener(reason);
    },
    freshToken: () => (current && now() < expiresAt - EARLY_MS ? current.access_token : null),
    subscribe: (listener) => add(listeners, listener),
    onEnd: (listener) => add(endListeners, listener),
  };
}
