import { getPortalSignUpLinkOptions } from '@portico/api/portal/query';

/** Looking at a link uses nothing up, so mail scanners may; only joining or asking does. */
export function signUpLinkOptions(portal: string, token: string) {
  return {
    ...getPortalSignUpLinkOptions({ path: { portal_name: portal, token } }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}
