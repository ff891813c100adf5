import { Skeleton } from '@mantine/core';
import { SkeletonPage } from '@portico/ui';
import classes from './shell.module.css';

export function ShellSkeleton() {
  return (
    <main className={classes.main}>
      <SkeletonPage>
        <Skeleton height={160} />
        <Skeleton height={220} />
      </SkeletonPage>
    </main>
  );
}
