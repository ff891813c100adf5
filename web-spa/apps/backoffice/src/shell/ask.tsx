import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { explain } from '../app/problem';

export interface Question {
  title: string;
  text: ReactNode;
  confirm: string;
  danger?: boolean;
  run: () => Promise<unknown>;
}

const Ask = createContext<(question: Question) => void>(() => undefined);

/** Asks before something that cannot be taken back; a refusal is said in the same dialog. */
export const useAsk = () => useContext(Ask);

export function AskProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const ask = useCallback((next: Question) => {
    setError(null);
    setQuestion(next);
    setOpened(true);
  }, []);
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await question?.run();
      setOpened(false);
    } catch (problem) {
      setError(explain(problem));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Ask value={ask}>
      {children}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={question?.title}
        size="sm"
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Text size="sm" component="div">
          {question?.text}
        </Text>
        {error && (
          <Alert color="red" role="alert" mt="sm">
            {error}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setOpened(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color={question?.danger ? 'red' : undefined} loading={busy} onClick={run} data-autofocus>
            {question?.confirm}
          </Button>
        </Group>
      </Modal>
    </Ask>
  );
}
