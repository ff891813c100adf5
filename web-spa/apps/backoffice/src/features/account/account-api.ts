import {
  beginMyMfa,
  confirmMyMfa,
  disableMyMfa,
  endMyOtherSessions,
  endMySession,
  getMyMfa,
  listMySessions,
  renewMyRecoveryCodes,
} from '@portico/api/office';
import type { AccountApi } from '@portico/ui/security';

/** The staff member's own account. */
export const accountApi: AccountApi = {
  state: async () => (await getMyMfa({ throwOnError: true })).data,
  begin: async (password) => (await beginMyMfa({ body: { password }, throwOnError: true })).data,
  confirm: async (code) => (await confirmMyMfa({ body: { code }, throwOnError: true })).data.codes,
  renew: async (password) => (await renewMyRecoveryCodes({ body: { password }, throwOnError: true })).data.codes,
  disable: (password, code) => disableMyMfa({ body: { password, code }, throwOnError: true }),
  sessions: async () => (await listMySessions({ throwOnError: true })).data.data,
  endSession: (id) => endMySession({ path: { id }, throwOnError: true }),
  endOtherSessions: () => endMyOtherSessions({ throwOnError: true }),
};
