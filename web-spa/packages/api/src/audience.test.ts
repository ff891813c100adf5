import { answer, at, delay, HttpResponse, http, problem, server } from '@portico/testing';
import { aHome, aSession } from '@portico/testing/portal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from './client';
import {
  beginMyPortalMfa,
  choosePortal,
  getPortalHome,
  listPortalPayments,
  portalSession,
  restorePortalSession,
} from './portal';

const REFRESH = '/portal/acme/auth/refresh';
const bearer = (request: Request | undefined) => request?.headers.get('Authorization');

beforeEach(() => choosePortal('acme'));
afterEach(() => {
  choosePortal('none');
  portalSession.clear('signed_out');
});

/** Home answers only the newest token. */
function homeWants(token: string) {
  server.use(
    http.get(at('/portal/home'), ({ request }) =>
      bearer(request) === `Bearer ${token}` ? HttpResponse.json(aHome()) : problem(401, 'token_expired'),
    ),
  );
}

describe('the session', () => {
  it('comes back through the cookie, with the header that forms cannot send', async () => {
    const refresh = answer('post', REFRESH, aSession());
    expect((await restorePortalSession())?.customer.name).toBe('Analytical Engines Ltd');
    expect(refresh.calls[0]?.headers.get('X-Portico-Csrf')).toBe('1');
  });

  it('is refreshed once for many requests that fail together, and each is sent again', async () => {
    portalSession.set(aSession({ access_token: 'old' }));
    homeWants('new');
    server.use(
      http.get(at('/portal/payments'), ({ request }) =>
        bearer(request) === 'Bearer new'
          ? HttpResponse.json({ data: [], next_cursor: null })
          : problem(401, 'token_expired'),
      ),
    );
    let refreshes = 0;
    server.use(
      http.post(at(REFRESH), async () => {
        refreshes += 1;
        await delay(20);
        return HttpResponse.json(aSession({ access_token: 'new' }));
      }),
    );
    await Promise.all([getPortalHome(), listPortalPayments(), getPortalHome()]);
    expect(refreshes).toBe(1);
  });

  it('is refreshed before the token runs out', async () => {
    portalSession.set(aSession({ access_token: 'old', expires_in: 5 }));
    answer('post', REFRESH, aSession({ access_token: 'new' }));
    const home = answer('get', '/portal/home', aHome());
    await getPortalHome();
    expect(home.calls.map(bearer)).toEqual(['Bearer new']);
  });

  it('tries once only', async () => {
    portalSession.set(aSession());
    answer('post', REFRESH, aSession({ access_token: 'new' }));
    const home = answer('get', '/portal/home', problem(401, 'not_authenticated'));
    await expect(getPortalHome()).rejects.toMatchObject({ code: 'not_authenticated' });
    expect(home.calls).toHaveLength(2);
  });

  it('outlives a wrong password, which is sent once', async () => {
    portalSession.set(aSession());
    const begin = answer('post', '/portal/me/mfa', problem(401, 'invalid_credentials'));
    await expect(beginMyPortalMfa({ body: { password: 'wrong' } })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    expect(begin.calls).toHaveLength(1);
    expect(portalSession.get()).not.toBeNull();
  });

  it('learns from a refusal that an authenticator app must be set up', async () => {
    portalSession.set(aSession());
    answer('get', '/portal/home', problem(403, 'mfa_setup_required'));
    await expect(getPortalHome()).rejects.toMatchObject({ code: 'mfa_setup_required' });
    expect(portalSession.get()?.mfa_setup_required).toBe(true);
  });

  it('ends when the cookie is no longer good, and says so', async () => {
    portalSession.set(aSession());
    const reasons: string[] = [];
    const stop = portalSession.onEnd((reason) => reasons.push(reason));
    answer('get', '/portal/home', problem(401, 'token_expired'));
    answer('post', REFRESH, problem(401, 'not_authenticated'));
    await expect(getPortalHome()).rejects.toBeInstanceOf(ApiProblem);
    expect(portalSession.get()).toBeNull();
    expect(reasons).toEqual(['expired']);
    stop();
  });

  it('survives a server that cannot answer just now', async () => {
    portalSession.set(aSession());
    answer('get', '/portal/home', problem(401, 'token_expired'));
    answer('post', REFRESH, problem(503, 'internal'));
    await expect(getPortalHome()).rejects.toMatchObject({ status: 503 });
    expect(portalSession.get()).not.toBeNull();
  });

  it('belongs to one portal', () => {
    portalSession.set(aSession());
    choosePortal('other');
    expect(portalSession.get()).toBeNull();
  });
});

describe('a failure', () => {
  it('is one kind of error, with what the server said', async () => {
    portalSession.set(aSession());
    const errors = [{ pointer: '/x', code: 'y', detail: 'z' }];
    answer('get', '/portal/home', problem(422, 'validation_failed', errors));
    await expect(getPortalHome()).rejects.toMatchObject({
      name: 'ApiProblem',
      status: 422,
      code: 'validation_failed',
      errors,
      request_id: 'req_test',
      transient: false,
    });
  });

  it('to reach the server is one too', async () => {
    portalSession.set(aSession());
    answer('get', '/portal/home', HttpResponse.error());
    await expect(getPortalHome()).rejects.toMatchObject({ code: 'network', status: 0, transient: true });
  });

  it('of a proxy that knows no problem details is one too', async () => {
    portalSession.set(aSession());
    answer('get', '/portal/home', new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(getPortalHome()).rejects.toMatchObject({ code: 'internal', status: 502, transient: true });
  });
});
