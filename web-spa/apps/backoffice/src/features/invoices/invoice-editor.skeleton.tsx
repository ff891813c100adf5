import { Skeleton, Stack } from '@mantine/core';
import { useDelayed } from '../../list/use-delayed';

export function EditorSkeleton() {
  if (!useDelayed(true)) {
    return <div aria-busy="true" style={{ minHeight: 480 }} />;
  }
  return (
    <Stack gap="md" aria-busy="true">
      <Skeleton height={96} />
      <Skeleton height={140} />
      <Skeleton height={220} />
    </Stack>
  );
}
