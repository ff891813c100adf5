import { HttpResponse, http } from 'msw/http';
import { at } from './answers';
import { server } from './server';

/** Answers with a stream of hints from here on; `say` sends one to everybody who listens, `lines` tells how many do. */
export function stream(path: string): { say: (kind: string, id?: string) => void; lines: () => number } {
  const text = new TextEncoder();
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  server.use(
    http.get(at(path), () => {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          open.add(own);
          own.enqueue(text.encode(':\n\n'));
        },
        cancel() {
          open.delete(own);
        },
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
  );
  return {
    lines: () => open.size,
    say(kind, id) {
      const hint = `data: ${JSON.stringify({ kind, id: id ?? null })}\n\n`;
      for (const line of open) line.enqueue(text.encode(hint));
    },
  };
}
