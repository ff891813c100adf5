import { choosePortal, type PortalSession, portalSession } from '@portico/api/portal';
import { answer, problem, renderApp, stream } from '@portico/testing';
import { aHome, aPortal, aSession } from '@portico/testing/portal';
import { afterEach } from 'vitest';
import { App } from './app';
import { createAppRouter, createQueryClient } from './router';

afterEach(() => {
  choosePortal('none');
  portalSession.clear('signed_out');
});

interface Options {
  /** Who comes back through the refresh cookie; null is a visitor. */
  session?: PortalSession | null;
  portal?: ReturnType<typeof aPortal>;
}

/** Opens a path of the portal with its real routes. Home is answered, as the bars ask it everywhere. */
export function renderPortal(path: string, { session = aSession(), portal = aPortal() }: Options = {}) {
  answer('get', `/public/portals/${portal.name}`, portal);
  if (session) answer('post', `/portal/${portal.name}/auth/refresh`, session);
  else answer('post', `/portal/${portal.name}/auth/refresh`, problem(401, 'not_authenticated'));
  stream('/portal/events');
  return renderApp(path, (history) => {
    const queryClient = createQueryClient();
    queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
    return <App queryClient={queryClient} router={createAppRouter(queryClient, history)} />;
  });
}

/** Home, for screens that only need it for their bars; and that nothing is kept. */
export function answerHome(home = aHome()) {
  answer('get', '/portal/payment-methods', { data: [], options: [] });
  return answer('get', '/portal/home', home);
}
