import type { RefObject } from 'react';
import { useShortcut } from '../shell/shortcuts';

/** j and k walk through the rows, x ticks the one that is focused, Enter opens it (the row's link has the focus). */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  const rows = () => Array.from(body.current?.rows ?? []);
  const current = () => rows().findIndex((row) => row.contains(document.activeElement));

  const move = (step: 1 | -1) => {
    const list = rows();
    const at = current();
    const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1);
    const row = list[next];
    (row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('button, input'))?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  };

  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  useShortcut('x', () => rows()[current()]?.querySelector<HTMLElement>('input[type="checkbox"]')?.click());
}
