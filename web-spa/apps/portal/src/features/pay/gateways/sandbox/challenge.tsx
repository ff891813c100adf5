import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useId } from 'react';
import classes from './sandbox.module.css';

interface ChallengeProps {
  /** What the bank is asked to allow. */
  purpose: 'payment' | 'setup';
  /** Null leaves the question unanswered. */
  onAnswer: (approved: boolean | null) => void;
}

/** Plays the page of the payer's bank (3-D Secure). */
export function Challenge({ purpose, onAnswer }: ChallengeProps) {
  const id = useId();
  return (
    <dialog
      ref={(dialog) => {
        if (dialog && !dialog.open) dialog.showModal();
      }}
      className={classes.challenge}
      aria-labelledby={id}
      onCancel={() => onAnswer(null)}
    >
      <h2 id={id}>
        <Trans>Your bank asks whether it is you</Trans>
      </h2>
      <p>
        <Trans>This stands for the page of your bank. In test mode you choose how it ends.</Trans>
      </p>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => onAnswer(false)}>
          <Trans>It was not me</Trans>
        </Button>
        <Button onClick={() => onAnswer(true)}>
          {purpose === 'payment' ? <Trans>Yes, pay</Trans> : <Trans>Yes, it is me</Trans>}
        </Button>
      </Group>
    </dialog>
  );
}
