import type { Portal } from '@portico/api/portal';

/** Sign-in data the server gives away on a demo installation, and nowhere else. */
export interface Demo {
  portal_name: string;
  email: string;
  password: string;
}

/** What the server wrote into the page, so that the first paint carries the merchant's brand and language. */
export interface Boot {
  portal: Portal | null;
  language: string;
  csp_nonce: string | null;
  development: boolean;
  demo: Demo | null;
}

export function readBoot(source: Document = document): Boot {
  let data: Partial<Boot> = {};
  try {
    data = JSON.parse(source.getElementById('portico-boot')?.textContent ?? '{}') as Partial<Boot>;
  } catch {
    // Without a boot block (vite dev) everything is asked from the API.
  }
  return {
    portal: data.portal ?? null,
    language: data.language || navigator.language || 'en',
    csp_nonce: data.csp_nonce ?? null,
    development: data.development ?? import.meta.env.DEV,
    demo: data.demo ?? null,
  };
}

export const boot = readBoot();
