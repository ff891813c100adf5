import { getPortalHomeOptions } from '@portico/api/portal/query';

export const homeOptions = () => getPortalHomeOptions();
