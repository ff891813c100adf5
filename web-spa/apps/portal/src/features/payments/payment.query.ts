import { getPortalPaymentOptions } from '@portico/api/portal/query';

export const paymentOptions = (id: string) => getPortalPaymentOptions({ path: { id } });
