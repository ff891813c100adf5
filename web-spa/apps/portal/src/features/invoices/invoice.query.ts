import { getPortalInvoiceOptions } from '@portico/api/portal/query';

export const invoiceOptions = (id: string) => getPortalInvoiceOptions({ path: { id } });
