/** What the server wrote into the page: the language to begin with, the nonce, and whether this is a development server. */
export interface Boot {
  language: string;
  csp_nonce: string | null;
  development: boolean;
  version: string | null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function readBoot(source: Document = document): Boot {
  let data: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(source.getElementById('portico-boot')?.textContent ?? '{}');
    data = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // A page served without a boot block (vite dev) starts with the browser's language.
  }
  return {
    language: text(data.language) ?? navigator.language ?? 'en',
    csp_nonce: text(data.csp_nonce),
    development: data.development === true || import.meta.env.DEV,
    version: text(data.version),
  };
}

export const boot: Boot = readBoot();
