import { randomBytes } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';

/** A business that signed up through the API, with its owner's session. */
export type Business = {
  organization: { id: string; name: string; portal_name: string; base_currency: string };
  owner: { name: string; email: string; password: string };
  api: OfficeApi;
};

const PASSWORD = 'correct-horse-battery-staple-42';

/**
 * Signs a business up. With `page.request` its refresh cookie lands in that page's browser, so that `/office/` opens
 * signed in; with the `request` fixture the browser stays a stranger.
 */
export async function signUp(request: APIRequestContext, wishes: Record<string, unknown> = {}): Promise<Business> {
  const tail = randomBytes(4).toString('hex');
  const owner = { name: 'Olivia Owner', email: `olivia-${tail}@example.test`, password: PASSWORD };
  const session = await answer(
    await request.post('/api/v1/auth/sign-up', {
      data: {
        organization_name: `Northwind ${tail}`,
        country: 'DE',
        base_currency: 'EUR',
        time_zone: 'Europe/Berlin',
        language: 'en',
        ...owner,
        ...wishes,
      },
    }),
  );
  return { organization: session.organization, owner, api: new OfficeApi(request, session.access_token) };
}

/** The back office's API, for setting a scene; a refusal fails the test with the problem's own words. */
export class OfficeApi {
  constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  get(path: string) {
    return this.call('GET', path);
  }

  /** Every write bears its own idempotency key; `version` becomes the If-Match of a PATCH. */
  post(path: string, data: unknown = {}) {
    return this.call('POST', path, data, { 'Idempotency-Key': randomBytes(16).toString('hex') });
  }

  patch(path: string, version: number, data: unknown) {
    return this.call('PATCH', path, data, { 'If-Match': `"${version}"` });
  }

  private async call(method: string, path: string, data?: unknown, headers: Record<string, string> = {}) {
    const response = await this.request.fetch(`/api/v1${path}`, {
      method,
      data,
      headers: { Authorization: `Bearer ${this.token}`, ...headers },
    });
    return answer(response);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: scenes are set with plain JSON
export async function answer(response: APIResponse): Promise<any> {
  expect(response.ok(), `${response.url()} answered ${response.status()}: ${await response.text()}`).toBe(true);
  return response.status() === 204 ? undefined : response.json();
}
