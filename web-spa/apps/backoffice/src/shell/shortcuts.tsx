import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { usePreference } from '../app/preference';

/** `c`, `/`, `?`, `g i` (one after the other) or `mod+Enter`, `mod+k`. */
export interface Shortcut {
  keys: string;
  run: (event: KeyboardEvent) => void;
}

interface Registry {
  add(shortcut: Shortcut): () => void;
  enabled: boolean;
  setEnabled(enabled: boolean): void;
}

const Shortcuts = createContext<Registry>({ add: () => () => undefined, enabled: true, setEnabled: () => undefined });

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !/^(checkbox|radio|button)$/.test(target.getAttribute('type') ?? '')
  );
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

const SEQUENCE_MS = 900;

export function createListener(list: () => readonly Shortcut[], enabled: () => boolean) {
  let prefix = '';
  let at = 0;
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) {
      return;
    }
    const modified = event.ctrlKey || event.metaKey;
    const wanted: string[] = [];
    if (modified && event.key === 'Enter') {
      wanted.push('mod+Enter');
    } else if (modified && !event.shiftKey && event.key.toLowerCase() === 'k') {
      wanted.push('mod+k');
    } else if (!modified && !event.altKey && enabled() && !isTyping(event.target) && !isDialogOpen()) {
      if (prefix && event.timeStamp - at < SEQUENCE_MS) {
        wanted.push(`${prefix} ${event.key}`);
      }
      wanted.push(event.key);
      prefix = event.key;
      at = event.timeStamp;
    }
    for (const keys of wanted) {
      const found = list().findLast((shortcut) => shortcut.keys === keys);
      if (found) {
        event.preventDefault();
        prefix = '';
        found.run(event);
        return;
      }
    }
  };
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [preference, setPreference] = usePreference('shortcuts');
  const enabled = preference !== 'off';
  const list = useRef<Shortcut[]>([]);
  const on = useRef(enabled);
  on.current = enabled;

  useEffect(() => {
    const listener = createListener(
      () => list.current,
      () => on.current,
    );
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const registry = useMemo<Registry>(
    () => ({
      add(shortcut) {
        list.current = [...list.current, shortcut];
        return () => {
          list.current = list.current.filter((entry) => entry !== shortcut);
        };
      },
      enabled,
      setEnabled: (next) => setPreference(next ? null : 'off'),
    }),
    [enabled, setPreference],
  );
  return <Shortcuts value={registry}>{children}</Shortcuts>;
}

/** The innermost screen's shortcut wins. Saving works even with single-key shortcuts switched off. */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void, active = true): void {
  const { add } = useContext(Shortcuts);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => (active ? add({ keys, run: (event) => latest.current(event) }) : undefined), [add, keys, active]);
}

export function useShortcutSetting(): [boolean, (enabled: boolean) => void] {
  const { enabled, setEnabled } = useContext(Shortcuts);
  return [enabled, setEnabled];
}
