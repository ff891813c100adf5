import { setupServer } from 'msw/node';

const unknown: string[] = [];

/** The API as a test describes it. */
export const server = setupServer();

export function listen(): void {
  server.listen({
    onUnhandledFrame: async ({ frame, defaults }) => {
      unknown.push(await frame.getUnhandledMessage());
      defaults.error();
    },
  });
}

/** Calls no handler knew, since the last time this was asked. */
export function unknownCalls(): string[] {
  return unknown.splice(0);
}
