import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { PaymentLink } from '@portico/api/office';
import { Instant, Money } from '@portico/ui';
import { CopyField } from '../../shell/copy-field';

/** The link itself. What is kept of it cannot be turned back, so it is shown this once. */
export function LinkMade({ link, onClose }: { link: PaymentLink; onClose: () => void }) {
  const { t } = useLingui();
  const { url } = link;
  return (
    <Stack gap="sm">
      {url ? (
        <>
          <Text size="sm" role="status">
            <Trans>
              Whoever holds this link can pay <Money value={link.amount} /> without signing in, until{' '}
              <Instant value={link.expires_at} />.
            </Trans>
          </Text>
          <CopyField label={t`Link`} value={url} begin />
          <Text size="xs" c="dimmed">
            <Trans>It is shown this once. If it gets lost, cancel it and make a new one.</Trans>
          </Text>
        </>
      ) : (
        <Text size="sm">
          <Trans>The link was made, but it can be shown once only. Cancel it and make a new one.</Trans>
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
