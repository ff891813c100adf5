import { type Me, officeSession } from '@portico/api/office';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** The session the signed-in pages show; it outlives an expired token, so that nothing typed is lost. */
export const MeContext = createContext<Me | null>(null);

export function useSession(): Me | null {
  const current = useSyncExternalStore(officeSession.subscribe, officeSession.get, officeSession.get);
  return useContext(MeContext) ?? current;
}

/** For everything behind the sign-in, where there is always a session. */
export function useMe(): Me {
  const session = useSession();
  if (!session) {
    throw new Error('no session');
  }
  return session;
}

/** The server's permissions that this app asks about. */
export type Permission =
  | 'manage_organization'
  | 'manage_gateways'
  | 'manage_members'
  | 'manage_customers'
  | 'manage_portal_access'
  | 'import_customers'
  | 'manage_items'
  | 'manage_taxes'
  | 'manage_number_series'
  | 'manage_invoices'
  | 'send_invoices'
  | 'view_payments'
  | 'record_payments'
  | 'refund_payments'
  | 'manage_payment_links'
  | 'view_mail'
  | 'retry_mail';

/** What the role may do, as the server says. */
export function useCan(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}

/** Where to go after signing in; only paths of this app, so that a link cannot lead elsewhere. */
export function safeReturn(to: unknown): string | undefined {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined;
}
