import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './list-page.module.css';

interface StatusTabsProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode }[];
}

/** The most used filter of a list, one click away. */
export function StatusTabs({ label, value, onChange, options }: StatusTabsProps) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className={classes.tab}
          data-active={option.value === value || undefined}
          aria-current={option.value === value ? 'page' : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </UnstyledButton>
      ))}
    </nav>
  );
}
