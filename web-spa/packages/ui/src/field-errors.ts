import { ApiProblem } from '@portico/api/client';

/** "/billing/zip" and "#/lines/0/name" as the path a form uses: "billing.zip", "lines.0.name". */
export function pointerToPath(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** The server's words per field path; empty for everything that is not a refusal of fields. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(error.errors.map(({ pointer, detail }) => [pointerToPath(pointer), detail]));
}
