import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow, type Hint, type Open } from './follow';

type Line = Parameters<Open>[0] & { say: (hint: Hint | null) => void; end: () => void };

/** A server whose streams the test writes. */
function lines() {
  const opened: Line[] = [];
  const open: Open = async (options) => {
    const waiting: (Hint | 'end')[] = [];
    let wake = () => {};
    const put = (item: Hint | 'end') => {
      waiting.push(item);
      wake();
    };
    options.signal.addEventListener('abort', () => put('end'));
    opened.push({
      ...options,
      say: (hint) => {
        options.onSseEvent();
        if (hint) put(hint);
      },
      end: () => put('end'),
    });
    async function* stream() {
      while (true) {
        const next = waiting.shift();
        if (next === 'end') return;
        if (next) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    }
    return { stream: stream() };
  };
  return { open, opened };
}

const invoice = { kind: 'invoice', id: 'inv_1' };
const resync = { kind: 'resync', id: null };
const hide = (state: 'hidden' | 'visible') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('passes on hints, and after coming back hints at everything', async () => {
  const { open, opened } = lines();
  const hints: Hint[] = [];
  const stop = follow(open, (hint) => hints.push(hint));
  opened[0]?.say(null);
  opened[0]?.say(invoice);
  await vi.advanceTimersByTimeAsync(0);
  expect(hints).toEqual([invoice]);
  opened[0]?.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(opened).toHaveLength(2);
  opened[1]?.say(null);
  expect(hints).toEqual([invoice, resync]);
  stop();
  await vi.advanceTimersByTimeAsync(200_000);
  expect(opened).toHaveLength(2);
});

it('comes back slower and slower while nothing works', async () => {
  let tries = 0;
  const stop = follow(
    () => {
      tries += 1;
      return Promise.reject(new Error('no'));
    },
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(9);
  stop();
});

it('gives up a line that is dead', async () => {
  const { open, opened } = lines();
  const stop = follow(open, () => undefined);
  opened[0]?.say(null);
  await vi.advanceTimersByTimeAsync(40_000);
  opened[0]?.say(null);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(opened[0]?.signal.aborted).toBe(true);
  expect(opened).toHaveLength(2);
  stop();
});

it('holds no line while nobody looks', async () => {
  const { open, opened } = lines();
  const hints: Hint[] = [];
  const stop = follow(open, (hint) => hints.push(hint));
  opened[0]?.say(null);
  hide('hidden');
  expect(opened[0]?.signal.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(opened).toHaveLength(1);
  hide('visible');
  opened[1]?.say(null);
  expect(hints).toEqual([resync]);
  stop();
});
