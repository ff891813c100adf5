import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/**
 * The outline of a page that is still loading; `children` are bones in the shape of its content.
 * A route shows it as its `pendingComponent`, which the router does after 300 ms.
 */
export function SkeletonPage({
  children,
  width = 'reading',
}: {
  children: ReactNode;
  width?: 'narrow' | 'reading' | 'wide';
}) {
  const { t } = useLingui();
  return (
    <div aria-busy="true" role="status" aria-label={t`Loading`}>
      <div className={classes.page} data-width={width}>
        <Skeleton height={28} width="40%" />
        {children}
      </div>
    </div>
  );
}
