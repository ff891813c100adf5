import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  /** The plain title, also in the browser's tab. */
  title: string;
  heading?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}

/** Title, what can be done here, content. */
export function Page({ title, heading, back, actions, children, narrow }: PageProps) {
  useDocumentTitle(`${title} · Portico`);
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      {back && <div className={`${classes.back} no-print`}>{back}</div>}
      <div className={classes.head}>
        <Title order={1} className={classes.title}>
          {heading ?? title}
        </Title>
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
