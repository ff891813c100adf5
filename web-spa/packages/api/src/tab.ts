/** What one tab remembers while it is away at another site, until it is closed. No session tokens; nothing here throws. */
const PREFIX = 'portico:';

export function readTab(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function writeTab(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing still pays; only the way back is asked for.
  }
}
