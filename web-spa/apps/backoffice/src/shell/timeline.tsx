import { Trans } from '@lingui/react/macro';
import { Skeleton, Text } from '@mantine/core';
import type { TimelineEntry, TimelineList } from '@portico/api/office';
import { Instant } from '@portico/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from '../list/failure';
import { ChangeList } from './change-list';
import { changesOf } from './changes';
import classes from './timeline.module.css';
import { timelineText } from './timeline-text';

/** Who did what and when, the latest first. */
export function Timeline({ query }: { query: UseQueryResult<TimelineList, unknown> }) {
  if (query.isError) {
    return <Failure error={query.error} retry={() => query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={120} />;
  }
  if (query.data.data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing has happened yet.</Trans>
      </Text>
    );
  }
  return (
    <ol className={classes.list}>
      {query.data.data.map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <div>{timelineText(entry)}</div>
          <ChangeList changes={changesOf(entry.data)} />
          <div className={classes.when}>
            <Instant value={entry.at} /> · <Actor entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Actor({ entry: { actor } }: { entry: TimelineEntry }) {
  if (actor.name) {
    return <bdi>{actor.name}</bdi>;
  }
  return actor.kind === 'customer' ? <Trans>Customer</Trans> : <Trans>Portico</Trans>;
}
