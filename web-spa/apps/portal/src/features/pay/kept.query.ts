import { listMyPaymentMethodsOptions } from '@portico/api/portal/query';

/** Only spares the payer typing: nobody waits for a second try. */
export const keptOptions = () => ({ ...listMyPaymentMethodsOptions(), retry: false });
