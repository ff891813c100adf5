/** Something changed on the server: fetch it again. `resync` means that anything may have. */
export interface Hint {
  kind: string;
  id: string | null;
}

interface Listening {
  signal: AbortSignal;
  sseMaxRetryAttempts: number;
  onSseEvent: () => void;
  onSseError: () => void;
}

/** The generated operation of an audience. */
export type Open = (options: Listening) => Promise<{ stream: AsyncIterable<Hint> }>;

const RESYNC: Hint = { kind: 'resync', id: null };
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** The server gives a sign of life every few seconds. */
const SILENCE = 65_000;

/**
 * Follows what changes, as long as somebody looks at the page: browsers open few connections to one server. Comes back
 * after every end, slower and slower while that fails, and hints at everything then. Call the result to stop.
 */
export function follow(open: Open, onHint: (hint: Hint) => void): () => void {
  let line: AbortController | null = null;
  let before = false;
  const onOpen = () => {
    if (before) onHint(RESYNC);
    before = true;
  };
  const look = () => {
    if (document.visibilityState === 'hidden') {
      line?.abort();
      line = null;
    } else if (!line) {
      line = new AbortController();
      void stayOpen(open, line.signal, onOpen, onHint);
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    line?.abort();
  };
}

async function stayOpen(open: Open, signal: AbortSignal, onOpen: () => void, onHint: (hint: Hint) => void) {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    const worked = await listen(open, signal, onOpen, onHint);
    pause = worked ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    // Not all at once after a restart of the server.
    await sleep(pause * (0.5 + Math.random() / 2), signal);
  }
}

/** One connection, to its end; tells whether it worked at all. */
async function listen(
  open: Open,
  signal: AbortSignal,
  onOpen: () => void,
  onHint: (hint: Hint) => void,
): Promise<boolean> {
  const attempt = new AbortController();
  const give = () => attempt.abort();
  signal.addEventListener('abort', give);
  let timer = setTimeout(give, SILENCE);
  let worked = false;
  try {
    const { stream } = await open({
      signal: attempt.signal,
      sseMaxRetryAttempts: 1,
      onSseError: () => undefined,
      onSseEvent: () => {
        clearTimeout(timer);
        timer = setTimeout(give, SILENCE);
        if (!worked) onOpen();
        worked = true;
      },
    });
    for await (const hint of stream) onHint(hint);
  } catch {
    // Whatever it was, it is tried again.
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
  return worked;
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
