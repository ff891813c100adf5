import { Trans } from '@lingui/react/macro';
import { Button, Group, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShortcut } from '../shell/shortcuts';
import classes from './save-bar.module.css';

interface SaveBarProps {
  onSave: () => void;
  onCancel?: () => void;
  saving: boolean;
  label?: ReactNode;
  /** What is done here can't be undone. */
  danger?: boolean;
  children?: ReactNode;
}

/** The bar that stays at the foot of a form; Ctrl+Enter saves from any field. */
export function SaveBar({ onSave, onCancel, saving, label, danger, children }: SaveBarProps) {
  useShortcut('mod+Enter', onSave);
  return (
    <div className={classes.bar}>
      <Group gap="xs">
        <Button onClick={onSave} loading={saving} color={danger ? 'red' : undefined}>
          {label ?? <Trans>Save</Trans>}
        </Button>
        {children}
        {onCancel && (
          <Button variant="default" onClick={onCancel} disabled={saving}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </Group>
      <span className={classes.hint} aria-hidden>
        <Kbd size="xs">Ctrl</Kbd> + <Kbd size="xs">Enter</Kbd>
      </span>
    </div>
  );
}
