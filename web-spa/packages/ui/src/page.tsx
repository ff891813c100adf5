import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** Shown instead of the plain title, when it needs markup; `title` still names the browser's tab. */
  heading?: ReactNode;
  /** A status badge or the like, beside the heading. */
  badge?: ReactNode;
  /** Buttons at the end of the heading's line. */
  actions?: ReactNode;
  /** A link to where one came from, above the heading. */
  back?: ReactNode;
  width?: 'narrow' | 'reading' | 'wide';
  children: ReactNode;
}

let firstPage = true;

/** One screen: names the tab, and moves a screen reader to the heading when the screen changes. */
export function Page({ title, heading, badge, actions, back, width = 'reading', children }: PageProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    // A field that took the focus itself keeps it.
    const page = ref.current?.closest('[data-width]');
    if (!firstPage && !page?.contains(document.activeElement)) ref.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <div className={classes.page} data-width={width}>
      {back ? <div data-screen-only>{back}</div> : null}
      <header className={classes.header}>
        <div className={classes.headline}>
          <h1 className={classes.heading} ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {badge}
        </div>
        {actions ? (
          <div className={classes.actions} data-screen-only>
            {actions}
          </div>
        ) : null}
      </header>
      {children}
    </div>
  );
}
