import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useCan } from '../../../app/session';
import { IconPlus } from '../../../shell/icons';

export function AddButton({ onClick }: { onClick: () => void }) {
  return useCan('manage_taxes') ? (
    <Button variant="default" size="xs" leftSection={<IconPlus />} onClick={onClick}>
      <Trans>Add</Trans>
    </Button>
  ) : null;
}
