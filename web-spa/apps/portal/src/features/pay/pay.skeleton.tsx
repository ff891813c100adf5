import { Skeleton } from '@mantine/core';
import { SkeletonPage } from '@portico/ui';
import classes from './pay.module.css';

export function PaySkeleton() {
  return (
    <SkeletonPage width="wide">
      <div className={classes.columns}>
        <Skeleton height={200} />
        <Skeleton height={480} />
      </div>
    </SkeletonPage>
  );
}
