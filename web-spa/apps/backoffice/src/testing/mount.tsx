import { i18n } from '@lingui/core';
import { officeSession } from '@portico/api/office';
import { answer, renderApp, stream } from '@portico/testing';
import { beforeEach, vi } from 'vitest';
import { App } from '../app/app';
import { createQueryClient } from '../app/query-client';
import { createRouter } from '../app/router';
import { pretendLayout } from './layout';
import { organization, page, session } from './makers';

// Whole journeys through real forms take their time when other builds share the machine.
vi.setConfig({ testTimeout: 45_000, expect: { poll: { timeout: 5_000 } } });

// Nothing is kept of most customers, and nobody waits to be let in; a test says where it is otherwise.
beforeEach(() => {
  answer('get', '/portal-sign-ups', page());
  answer('get', '/customers/:id/payment-methods', { data: [] });
});

/** Opens a page of the back office without anybody signed in. */
export function openSignedOut(path: string): ReturnType<typeof renderApp> {
  i18n.activate('en');
  officeSession.clear('signed_out');
  answer('post', '/auth/refresh', { code: 'not_authenticated' }, 401);
  return mount(path);
}

/** Opens a page as a member of the organization; the frame's own questions are answered. */
export function openOffice(path: string, as: Parameters<typeof session>[0] = {}): ReturnType<typeof renderApp> {
  i18n.activate('en');
  officeSession.set(session(as));
  answer('get', '/notifications/unread-count', { count: 0 });
  answer('get', '/organization', organization());
  return mount(path);
}

function mount(path: string): ReturnType<typeof renderApp> {
  pretendLayout();
  stream('/events');
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  return renderApp(`/office${path}`, (history) => <App client={client} router={createRouter(client, history)} />);
}
