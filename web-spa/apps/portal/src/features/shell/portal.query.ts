import { getPortalOptions } from '@portico/api/portal/query';
import { boot } from '../../app/boot';

/** The portal's public face; the server has already written it into the page it belongs to. */
export function portalOptions(name: string) {
  const options = getPortalOptions({ path: { portal_name: name } });
  return boot.portal?.name === name
    ? { ...options, initialData: boot.portal, staleTime: 300_000 }
    : { ...options, staleTime: 300_000 };
}
