import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { checkGateway, type Gateway } from '@portico/api/office';
import { Instant } from '@portico/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failed } from '../../../app/notify';
import { refresh } from '../../../app/query-client';

interface GatewayCheckProps {
  gateway: Gateway;
  /** While others are being entered: those that are stored would be tested. */
  disabled: boolean;
}

/** Tells good credentials from bad ones by asking the provider. */
export function GatewayCheck({ gateway, disabled }: GatewayCheckProps) {
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => checkGateway({ path: { kind: gateway.kind } }),
    onSuccess: () => refresh(client, 'listGateways'),
    onError: failed,
  });
  return (
    <div aria-live="polite">
      <Group justify="space-between">
        <Button variant="default" disabled={disabled} loading={check.isPending} onClick={() => check.mutate()}>
          <Trans>Test connection</Trans>
        </Button>
        {gateway.checked_at && (
          <Text size="xs" c="dimmed">
            <Trans>
              Last tested <Instant value={gateway.checked_at} />
            </Trans>
          </Text>
        )}
      </Group>
      <Told gateway={gateway} />
    </div>
  );
}

function Told({ gateway }: { gateway: Gateway }) {
  if (!gateway.checked_at) {
    return null;
  }
  const failure = gateway.check_failure;
  if (!failure) {
    return (
      <Alert mt="sm" color="teal" variant="light">
        <Trans>{gateway.name} accepts the credentials.</Trans>
      </Alert>
    );
  }
  return (
    <Alert mt="sm" color="red" variant="light" title={failure.code === 'unavailable' ? undefined : failure.code}>
      {failure.code === 'unavailable' ? (
        <Trans>{gateway.name} could not be asked. Try again in a few minutes.</Trans>
      ) : (
        <Trans>{gateway.name} does not accept the credentials. Enter them again.</Trans>
      )}
    </Alert>
  );
}
