import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { failed } from '../app/notify';

interface ConflictDialogProps {
  opened: boolean;
  onClose: () => void;
  onReload: () => Promise<unknown>;
  children: ReactNode;
}

/** Somebody else saved first: nothing is overwritten unseen. */
export function ConflictDialog({ opened, onClose, onReload, children }: ConflictDialogProps) {
  const { t } = useLingui();
  const [loading, setLoading] = useState(false);
  const reload = async () => {
    setLoading(true);
    await onReload().catch(failed);
    setLoading(false);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Somebody else changed it`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div style={{ fontSize: 13 }}>{children}</div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          <Trans>Keep looking at mine</Trans>
        </Button>
        <Button loading={loading} onClick={reload} data-autofocus>
          <Trans>Load the latest version</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
