import { getPortalInvitationOptions } from '@portico/api/portal/query';

/** Looking at an invitation changes nothing, so mail scanners may; only accepting it uses it up. */
export function invitationOptions(portal: string, token: string) {
  return {
    ...getPortalInvitationOptions({ path: { portal_name: portal, token } }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}
