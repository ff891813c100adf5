import type { Organization } from '@portico/api/office';

/** What the form about the portal changes. */
export type PortalSettings = Pick<
  Organization,
  | 'allow_edit_details'
  | 'allow_bulk_payment'
  | 'auto_invite_new_customers'
  | 'verify_public_links'
  | 'allow_signup'
  | 'portal_modules'
>;
