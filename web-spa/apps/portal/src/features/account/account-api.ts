import {
  beginMyPortalMfa,
  confirmMyPortalMfa,
  disableMyPortalMfa,
  endMyPortalOtherSessions,
  endMyPortalSession,
  getMyPortalMfa,
  listMyPortalSessions,
  renewMyPortalRecoveryCodes,
} from '@portico/api/portal';
import type { AccountApi } from '@portico/ui/security';

/** The customer's own account. */
export const accountApi: AccountApi = {
  state: async () => (await getMyPortalMfa({ throwOnError: true })).data,
  begin: async (password) => (await beginMyPortalMfa({ body: { password }, throwOnError: true })).data,
  confirm: async (code) => (await confirmMyPortalMfa({ body: { code }, throwOnError: true })).data.codes,
  renew: async (password) => (await renewMyPortalRecoveryCodes({ body: { password }, throwOnError: true })).data.codes,
  disable: (password, code) => disableMyPortalMfa({ body: { password, code }, throwOnError: true }),
  sessions: async () => (await listMyPortalSessions({ throwOnError: true })).data.data,
  endSession: (id) => endMyPortalSession({ path: { id }, throwOnError: true }),
  endOtherSessions: () => endMyPortalOtherSessions({ throwOnError: true }),
};
