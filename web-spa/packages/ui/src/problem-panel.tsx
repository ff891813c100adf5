import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ApiProblem } from '@portico/api/client';
import type { ReactNode } from 'react';
import { AlertIcon } from './icons';
import classes from './notice.module.css';
import { problemText } from './problem-text';

interface ProblemPanelProps {
  error: unknown;
  onRetry?: () => void;
  /** Another way out, such as a link home. */
  action?: ReactNode;
}

/** A whole part of the page failed: what happened, what to do, and the reference support will ask for. */
export function ProblemPanel({ error, onRetry, action }: ProblemPanelProps) {
  const text = problemText(error);
  const reference = error instanceof ApiProblem && error.status >= 500 ? error.request_id : '';
  return (
    <div className={classes.notice} role="alert">
      <div className={classes.icon} data-tone="negative">
        <AlertIcon />
      </div>
      <p className={classes.title}>{text.title}</p>
      <p className={classes.text} style={{ margin: 0 }}>
        {text.advice}
      </p>
      <div className={classes.action}>
        {text.again && onRetry ? (
          <Button onClick={onRetry} variant="default">
            <Trans>Try again</Trans>
          </Button>
        ) : (
          action
        )}
      </div>
      {reference ? (
        <p className={classes.reference}>
          <Trans>
            Reference: <bdi>{reference}</bdi>
          </Trans>
        </p>
      ) : null}
    </div>
  );
}
