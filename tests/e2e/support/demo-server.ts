import { startServer } from './server';

/** A server with the demo in it. */
export default function demoServer() {
  return startServer([['migrate'], ['seed', '--demo']]);
}
