import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  tone?: 'accent' | 'positive' | 'negative';
  title: ReactNode;
  children?: ReactNode;
  /** What to do next. */
  action?: ReactNode;
}

/** Nothing here yet, nothing matches, or all done: says which, and what to do next. */
export function EmptyState({ icon, tone, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.notice}>
      {icon ? (
        <div className={classes.icon} data-tone={tone}>
          {icon}
        </div>
      ) : null}
      <p className={classes.title}>{title}</p>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
