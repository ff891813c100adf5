import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository, results } from './places';
import { startLocalStripe } from './stripe/localstripe';

const binary = process.env.PORTICO_BIN ?? join(repository, 'target/debug/portico');

type Stop = (() => Promise<void>) | undefined;

/** For the tests: an empty database, and a Stripe that is none. */
export default async function emptyServer(): Promise<Stop> {
  if (process.env.E2E_BASE_URL) return undefined;
  const stripe = await startLocalStripe();
  try {
    const stop = await startServer([['migrate']], { PORTICO_STRIPE_URL: stripe.url });
    process.env.E2E_STRIPE_URL = stripe.url;
    return async () => {
      await stop?.();
      await stripe.stop();
    };
  } catch (error) {
    await stripe.stop();
    throw error;
  }
}

/**
 * Starts the real server on a free port and ends it after the last test. Its database is SQLite, or a new one on the
 * PostgreSQL that E2E_DATABASE_URL names. With E2E_BASE_URL set, the server there is used as it is; its Stripe is
 * then that of E2E_STRIPE_URL.
 */
export async function startServer(preparations: string[][], settings: Record<string, string> = {}): Promise<Stop> {
  if (process.env.E2E_BASE_URL) return undefined;
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
  const database = process.env.E2E_DATABASE_URL ? postgres(process.env.E2E_DATABASE_URL) : sqlite(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    PORTICO_DATA_DIR: folder,
    PORTICO_BIND: `127.0.0.1:${port}`,
    PORTICO_PUBLIC_URL: url,
    PORTICO_DEVELOPMENT: 'true',
    PORTICO_RATE_LIMIT: '100000',
    // Long enough to look at a payment that is pending, even on a slow machine.
    PORTICO_SANDBOX_DEBIT_SECONDS: '20',
    ...settings,
  };
  const log = join(results, 'server.log');
  const output = openSync(log, 'w');
  const options = { env, cwd: folder, stdio: ['ignore', output, output] } satisfies SpawnOptions;
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server?.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const preparation of preparations) execFileSync(binary, preparation, options);
    server = spawn(binary, ['serve'], options);
    await ready(url, server);
  } catch (error) {
    await stop();
    throw new Error(`No server: ${error}; see ${log}`);
  }
  process.env.E2E_BASE_URL = url;
  return stop;
}

type Database = { url: string; drop: () => void };

function sqlite(folder: string): Database {
  return { url: `sqlite:${folder}/portico.db`, drop: () => {} };
}

function postgres(server: string): Database {
  const name = `portico_e2e_${randomBytes(6).toString('hex')}`;
  const sql = (statement: string) => execFileSync('psql', [server, '--quiet', '--command', statement]);
  sql(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The server did not become ready');
}
