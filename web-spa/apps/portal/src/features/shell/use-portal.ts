import type { Portal } from '@portico/api/portal';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/$portal');

/** The portal on screen. */
export function usePortal(): Portal {
  return route.useLoaderData();
}

export function usePortalName(): string {
  return route.useParams().portal;
}
