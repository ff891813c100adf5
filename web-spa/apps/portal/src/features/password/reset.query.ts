import { getPortalPasswordResetOptions } from '@portico/api/portal/query';

/** Looking at a link uses nothing up, so mail scanners may. */
export function resetOptions(portal: string, token: string) {
  return {
    ...getPortalPasswordResetOptions({ path: { portal_name: portal, token } }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}
