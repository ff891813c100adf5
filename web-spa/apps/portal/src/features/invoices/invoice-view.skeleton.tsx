import { Skeleton } from '@mantine/core';
import { SkeletonPage } from '@portico/ui';

export function InvoiceViewSkeleton() {
  return (
    <SkeletonPage>
      <Skeleton height={132} />
      <Skeleton height={560} />
    </SkeletonPage>
  );
}
