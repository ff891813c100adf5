import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { AlertIcon } from './icons';
import { problemText } from './problem-text';

/** A form or an action failed: said beside the button, the form keeps what was typed. */
export function ProblemAlert({ error, children }: { error: unknown; children?: ReactNode }) {
  if (!error) return null;
  const text = problemText(error);
  return (
    <Alert role="alert" variant="light" color="red" icon={<AlertIcon />} title={text.title}>
      {text.advice}
      {children}
    </Alert>
  );
}
