import { useLingui } from '@lingui/react/macro';
import { Skeleton, Stack } from '@mantine/core';

/** A detail page on its way; the router shows it only after 300 ms. */
export function PageSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="md" role="status" aria-busy="true" aria-label={t`Loading`}>
      <Skeleton height={14} width={90} />
      <Skeleton height={24} width={280} />
      <Skeleton height={360} />
    </Stack>
  );
}
