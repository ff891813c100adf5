import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { IconNext, IconPrevious } from '../shell/icons';
import classes from './list-page.module.css';

interface PagerProps {
  shown: number;
  total?: number;
  cursor?: string;
  next: string | null;
  onCursor: (cursor: string | undefined) => void;
}

/** Pages by cursor: forward knows its address, backward is the browser's own way back. */
export function Pager({ shown, total, cursor, next, onCursor }: PagerProps) {
  const router = useRouter();
  const back = () => {
    if (router.history.canGoBack()) {
      router.history.back();
    } else {
      onCursor(undefined);
    }
  };
  return (
    <div className={classes.foot}>
      <Text size="xs" c="dimmed">
        {total !== undefined && !cursor && !next ? (
          <Plural value={total} one="# entry" other="# entries" />
        ) : total !== undefined ? (
          <Trans>
            {shown} of {total}
          </Trans>
        ) : (
          <Plural value={shown} one="# entry" other="# entries" />
        )}
      </Text>
      {(cursor || next) && (
        <Group gap={4}>
          <Button size="compact-sm" variant="default" disabled={!cursor} onClick={() => onCursor(undefined)}>
            <Trans>First</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!cursor}
            onClick={back}
            leftSection={<IconPrevious width={14} />}
          >
            <Trans>Back</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!next}
            onClick={() => next && onCursor(next)}
            rightSection={<IconNext width={14} />}
          >
            <Trans>Next</Trans>
          </Button>
        </Group>
      )}
    </div>
  );
}
