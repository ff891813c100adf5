import { Skeleton } from '@mantine/core';
import { SkeletonPage } from '@portico/ui';

export function ListSkeleton() {
  return (
    <SkeletonPage>
      <Skeleton height={38} />
      <Skeleton height={420} />
    </SkeletonPage>
  );
}
