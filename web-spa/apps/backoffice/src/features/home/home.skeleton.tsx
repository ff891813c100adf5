import { Skeleton } from '@mantine/core';
import { useDelayed } from '../../list/use-delayed';
import classes from './home.module.css';

export function HomeSkeleton() {
  if (!useDelayed(true)) {
    return <div aria-busy="true" style={{ minHeight: 360 }} />;
  }
  return (
    <div className={classes.stack} aria-busy="true">
      <Skeleton height={88} />
      <div className={classes.columns}>
        <Skeleton height={220} />
        <Skeleton height={220} />
      </div>
    </div>
  );
}
