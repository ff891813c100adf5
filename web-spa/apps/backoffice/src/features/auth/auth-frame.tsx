import { Paper, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './auth-frame.module.css';

/** The quiet page around signing in and its siblings. */
export function AuthFrame({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
  useDocumentTitle(`${title} · Portico`);
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <path d="M4 28V15a12 12 0 0 1 24 0v13h-7V15a5 5 0 0 0-10 0v13z" fill="var(--portico-accent-text)" />
        </svg>
        Portico
      </div>
      <Paper withBorder className={classes.card}>
        <Title order={1} size="h3" mb="md">
          {title}
        </Title>
        {children}
      </Paper>
      {foot && <div className={classes.foot}>{foot}</div>}
    </main>
  );
}
