import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

/** Asks before leaving with unsaved changes: inside the app with a dialog, on closing the tab with the browser's own. */
export function UnsavedGuard({ dirty }: { dirty: () => boolean }) {
  const { t } = useLingui();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty() && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const blocked = blocker.status === 'blocked';
  return (
    <Modal opened={blocked} onClose={() => blocker.reset?.()} title={t`Leave without saving?`} size="sm">
      <Text size="sm" mb="md">
        <Trans>Your changes are not saved yet. If you leave now they are lost.</Trans>
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          <Trans>Leave</Trans>
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          <Trans>Keep editing</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
