import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { type Me, officeSession, signIn } from '@portico/api/office';
import { type FormEvent, useState } from 'react';
import { explain, problemOf } from '../../app/problem';
import { useSecondStep } from './use-second-step';

interface SessionExpiredProps {
  me: Me;
  onBack: () => void;
  onLeave: () => void;
}

/** The session ran out while somebody worked: sign in on top of the page, and nothing typed is lost. */
export function SessionExpired({ me, onBack, onLeave }: SessionExpiredProps) {
  const { t } = useLingui();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const { code, field, onProblem } = useSecondStep();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    try {
      const { data } = await signIn({
        body: { email: me.user.email, password, organization_id: me.organization.id, ...code },
        throwOnError: true,
      });
      officeSession.set(data);
      onBack();
    } catch (problem) {
      if (!onProblem(problemOf(problem))) setError(explain(problem));
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Please sign in again`}
    >
      <form onSubmit={submit}>
        <Text size="sm" mb="sm">
          <Trans>
            You were signed out after a while, <bdi>{me.user.email}</bdi>. What you typed is still here.
          </Trans>
        </Text>
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error}
          mb={field ? 'sm' : undefined}
        />
        {field}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onLeave}>
            <Trans>Sign out</Trans>
          </Button>
          <Button type="submit" loading={sending} disabled={password === ''}>
            <Trans>Sign in</Trans>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
