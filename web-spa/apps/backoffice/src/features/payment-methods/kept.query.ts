import { listPaymentMethodsOptions } from '@portico/api/office/query';

/** The cards and accounts that are kept for a customer; the default first. */
export const keptQuery = (customerId: string) => listPaymentMethodsOptions({ path: { id: customerId } });
