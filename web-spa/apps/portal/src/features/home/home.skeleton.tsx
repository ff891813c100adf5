import { Skeleton } from '@mantine/core';
import { SkeletonPage } from '@portico/ui';
import classes from './home.module.css';

export function HomeSkeleton() {
  return (
    <SkeletonPage width="wide">
      <div className={classes.columns}>
        <div className={classes.column}>
          <Skeleton height={156} />
          <Skeleton height={280} />
        </div>
        <div className={classes.column}>
          <Skeleton height={150} />
          <Skeleton height={170} />
        </div>
      </div>
    </SkeletonPage>
  );
}
