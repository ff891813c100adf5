import { useLingui } from '@lingui/react/macro';
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { IconSearch } from '../shell/icons';
import { useShortcut, useShortcutSetting } from '../shell/shortcuts';
import classes from './list-page.module.css';

/** The search of a list: `/` leads here, Escape clears it, the URL follows a moment after typing. */
export function FilterInput({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange: (q: string) => void;
  label?: string;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const [shortcuts] = useShortcutSetting();
  const commit = useDebouncedCallback(onChange, 250);
  useShortcut('/', () => input.current?.focus());
  useEffect(() => setText(value), [value]);

  const change = (next: string) => {
    setText(next);
    commit(next.trim());
  };
  const hint = shortcuts ? (
    <Kbd size="xs" className={classes.key}>
      /
    </Kbd>
  ) : null;
  return (
    <TextInput
      ref={input}
      className={classes.search}
      type="search"
      aria-label={label ?? t`Search this list`}
      placeholder={label ?? t`Search`}
      leftSection={<IconSearch />}
      rightSection={text ? <CloseButton size="sm" aria-label={t`Clear`} onClick={() => change('')} /> : hint}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          change('');
          event.currentTarget.blur();
        }
      }}
    />
  );
}
