import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'positive' | 'warning' | 'negative' | 'info' | 'neutral';

/** Status is always words; the colour only helps. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
