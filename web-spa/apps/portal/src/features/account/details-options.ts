import { listPortalContactPersons } from '@portico/api/portal';
import {
  getPortalCompanyOptions,
  getPortalEmailChangeOptions,
  getPortalProfileOptions,
} from '@portico/api/portal/query';
import { infiniteQueryOptions } from '@tanstack/react-query';

export const profileOptions = () => getPortalProfileOptions();

export const companyOptions = () => getPortalCompanyOptions();

export function peopleOptions() {
  return infiniteQueryOptions({
    queryKey: ['contact-persons'],
    queryFn: async ({ pageParam, signal }) =>
      (await listPortalContactPersons({ query: { limit: 50, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

/** Looking at a link uses nothing up, so mail scanners may. */
export function emailChangeOptions(portal: string, token: string) {
  return {
    ...getPortalEmailChangeOptions({ path: { portal_name: portal, token } }),
    staleTime: Number.POSITIVE_INFINITY,
  };
}
