import { DEFAULT_ACCENT } from '@portico/ui';
import { useSyncExternalStore } from 'react';
import { boot } from './boot';

let accent = boot.portal?.accent_colour ?? DEFAULT_ACCENT;
const listeners = new Set<() => void>();

/** The colour of the portal on screen. */
export function setAccent(next: string): void {
  if (next === accent) return;
  accent = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useAccent(): string {
  return useSyncExternalStore(subscribe, () => accent);
}
