import type { ReactNode } from 'react';
import classes from './list-toolbar.module.css';

/** Filters and sorting above a list. */
export function ListToolbar({ children }: { children: ReactNode }) {
  return (
    <div className={classes.toolbar} data-screen-only>
      {children}
    </div>
  );
}
