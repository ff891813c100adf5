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
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M3 9 12 3l9 6v1.5H3zM4.5 12h3v7h-3zm6 0h3v7h-3zm6 0h3v7h-3zM3 20.5h18V22H3z" fill="currentColor" />
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
