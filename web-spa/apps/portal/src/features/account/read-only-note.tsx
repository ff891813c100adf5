import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { usePortal } from '../shell/use-portal';

/** Who puts right what cannot be changed here. */
export function ReadOnlyNote() {
  const portal = usePortal();
  return (
    <Text size="sm" c="dimmed" mt="md">
      <Trans>Something is wrong? Tell {portal.organization_name}, they will correct it.</Trans>
    </Text>
  );
}
