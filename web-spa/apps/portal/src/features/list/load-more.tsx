import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { ProblemAlert } from '@portico/ui';

interface LoadMoreProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
}

/** The next page of a list, on demand. */
export function LoadMore({ query }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Stack gap="sm" data-screen-only>
      {query.isFetchNextPageError ? <ProblemAlert error={query.error} /> : null}
      <Group justify="center">
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Load more</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
