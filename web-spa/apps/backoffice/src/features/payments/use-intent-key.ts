import { newIdempotencyKey } from '@portico/api/client';
import { useCallback, useRef } from 'react';

/** One key per intent: sending the same thing again keeps it, so that nothing is recorded twice; another content is another intent. */
export function useIntentKey(): (body: unknown) => string {
  const last = useRef<{ content: string; key: string } | null>(null);
  return useCallback((body) => {
    const content = JSON.stringify(body);
    if (last.current?.content !== content) {
      last.current = { content, key: newIdempotencyKey() };
    }
    return last.current.key;
  }, []);
}
