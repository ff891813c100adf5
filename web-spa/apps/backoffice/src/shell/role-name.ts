import { t } from '@lingui/core/macro';

/** Roles come from the server; one this version does not know is shown as it is. */
export function roleName(role: string): string {
  switch (role) {
    case 'owner':
      return t`Owner`;
    case 'admin':
      return t`Admin`;
    case 'accountant':
      return t`Accountant`;
    case 'staff':
      return t`Staff`;
    case 'timesheet_only':
      return t`Timesheets only`;
    case 'read_only':
      return t`Read only`;
    default:
      return role;
  }
}

export const ROLES = ['admin', 'accountant', 'staff', 'timesheet_only', 'read_only'] as const;
