import { getBankTransferOptions } from '@portico/api/portal/query';

export const transferOptions = (id: string) => getBankTransferOptions({ path: { id } });
