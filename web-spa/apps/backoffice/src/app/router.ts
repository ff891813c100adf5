import type { QueryClient } from '@tanstack/react-query';
import { createRouter as create, type RouterHistory } from '@tanstack/react-router';
import { routeTree } from '../route-tree.gen';
import { NotFoundPage } from '../shell/not-found';
import { PageFailure } from '../shell/page-failure';

export interface RouterContext {
  client: QueryClient;
}

export function createRouter(client: QueryClient, history?: RouterHistory) {
  return create({
    routeTree,
    basepath: '/office',
    context: { client } satisfies RouterContext,
    history,
    defaultPreload: 'intent',
    // Walking down a list with j shall not fetch every document on the way.
    defaultPreloadDelay: 150,
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRouter>;
  }
}
