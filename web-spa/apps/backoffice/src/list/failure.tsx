import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { explain, problemOf } from '../app/problem';
import { IconAlertTriangle } from '../shell/icons';

/** What went wrong, what to do about it, and the request's id for whoever has to look into it. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useLingui();
  const problem = problemOf(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t`This could not be loaded`} role="alert">
      <Text size="sm">{explain(error)}</Text>
      <Group gap="sm" mt="xs">
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {problem.request_id && (
          <Text size="xs" c="dimmed">
            <Trans>
              Request <bdi>{problem.request_id}</bdi>
            </Trans>
          </Text>
        )}
      </Group>
    </Alert>
  );
}
