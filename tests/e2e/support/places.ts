import { join } from 'node:path';

export const repository = join(__dirname, '../../..');

/** Pictures, traces, the report and the server's log of this run; one folder per database. */
export const results = join(__dirname, '../results', process.env.E2E_DATABASE_URL ? 'postgres' : 'sqlite');
