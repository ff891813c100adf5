import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  /** Content reaches the edges: tables and lists. */
  flush?: boolean;
  children: ReactNode;
}

/** A card on the page's ground. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  return (
    <section className={classes.panel}>
      {title ? (
        <header className={classes.header}>
          <h2 className={classes.title}>{title}</h2>
          {aside}
        </header>
      ) : null}
      <div className={flush ? undefined : classes.body} data-titled={title ? true : undefined}>
        {children}
      </div>
    </section>
  );
}
