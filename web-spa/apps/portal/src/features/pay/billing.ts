import type { PortalInvoice, PortalSession } from '@portico/api/portal';
import type { Billing } from './gateways/gateway';

/** What is already known about the payer, so that nobody types it twice. */
export function billingOf(invoice: PortalInvoice | undefined, session: PortalSession | null): Billing {
  const address = invoice?.customer.billing_address;
  return {
    name: session ? `${session.person.first_name} ${session.person.last_name}`.trim() : '',
    address: address?.street ?? '',
    zip: address?.zip ?? '',
    country: address?.country ?? '',
  };
}
