/**
 * Where to go after signing in: a path inside the same portal, or nothing.
 * Checked by parsing, as `/\evil.example` and `//evil.example` look relative and are not.
 */
export function safeNext(next: unknown, portal: string): string | null {
  if (typeof next !== 'string' || !next.startsWith('/')) return null;
  let url: URL;
  try {
    url = new URL(next, location.origin);
  } catch {
    return null;
  }
  const home = `/${portal}`;
  if (url.origin !== location.origin || (url.pathname !== home && !url.pathname.startsWith(`${home}/`))) return null;
  if (url.pathname.startsWith(`${home}/login`) || url.pathname.startsWith(`${home}/invitation/`)) return null;
  return url.pathname + url.search + url.hash;
}
