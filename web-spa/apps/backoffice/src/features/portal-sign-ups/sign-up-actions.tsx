import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { declinePortalSignUp, type PortalSignUp } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { useAsk } from '../../shell/ask';
import { plainly } from './refusal';

/** What can be decided about somebody who waits. */
export function SignUpActions({ signUp, onLetIn }: { signUp: PortalSignUp; onLetIn: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const ask = useAsk();
  const mayDecline = useCan('manage_portal_access');
  const mayLetIn = useCan('manage_customers') && mayDecline;

  const decline = () =>
    ask({
      title: t`Turn ${signUp.first_name} ${signUp.last_name} away?`,
      text: t`Nothing is mailed. Signing up again with ${signUp.email} comes to nothing; you can still add and invite this person yourself.`,
      confirm: t`Turn away`,
      danger: true,
      run: async () => {
        await declinePortalSignUp({ path: { id: signUp.id }, throwOnError: true }).catch((error: unknown) => {
          throw plainly(error);
        });
        await refresh(client, 'listPortalSignUps');
      },
    });

  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {mayLetIn && (
        <Button size="compact-sm" variant="default" onClick={onLetIn}>
          <Trans>Let in…</Trans>
        </Button>
      )}
      {mayDecline && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={decline}>
          <Trans>Turn away…</Trans>
        </Button>
      )}
    </Group>
  );
}
