import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from '../places';

/** Starts localstripe on a free port, the first time after installing it. It also ends when this process does. */
export async function startLocalStripe(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = spawn(python(), [join(repository, 'tests/fakes/fake_stripe.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(server, 'exit');
  const stop = async () => {
    server.stdin.end();
    await exit;
  };
  for await (const port of createInterface(server.stdout)) {
    return { url: `http://127.0.0.1:${port}`, stop };
  }
  throw new Error('localstripe ended at once');
}

function python(): string {
  try {
    return execFileSync(join(repository, '.ci/localstripe'), { encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error(`.ci/localstripe could not install the fake Stripe, which the browser's tests need: ${error}`);
  }
}
