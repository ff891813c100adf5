import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ContactPerson, disablePortalAccess, enablePortalAccess, grantPortalAccess } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { failed, said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { InviteWithPassword } from './invite-with-password';

type Step = 'invite' | 'reinvite' | 'enable' | 'disable';

/** Which step is offered for which access; the server has the last word on each. */
const STEPS: Record<string, readonly Step[]> = {
  none: ['invite'],
  invited: ['reinvite', 'disable'],
  accepted: ['disable'],
  disabled: ['enable'],
  reinvite_needed: ['reinvite', 'disable'],
};

export function PersonAccess({ customerId, person }: { customerId: string; person: ContactPerson }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const allowed = useCan('manage_portal_access');
  const [busy, setBusy] = useState<Step | null>(null);
  if (!allowed) {
    return null;
  }
  const target = { path: { id: customerId, person_id: person.id }, throwOnError: true } as const;
  const name = person.first_name || person.email || '';
  const send: Record<Step, () => Promise<unknown>> = {
    invite: () => grantPortalAccess({ ...target, body: {} }),
    reinvite: () => grantPortalAccess({ ...target, body: {} }),
    enable: () => enablePortalAccess(target),
    disable: () => disablePortalAccess(target),
  };
  const done: Record<Step, string> = {
    invite: t`Invitation sent to ${person.email ?? name}.`,
    reinvite: t`Invitation sent to ${person.email ?? name}. The earlier link no longer works.`,
    enable: t`${name} can use the portal again.`,
    disable: t`${name} can no longer use the portal.`,
  };
  const labels: Record<Step, ReactNode> = {
    invite: <Trans>Invite to portal</Trans>,
    reinvite: <Trans>Invite again</Trans>,
    enable: <Trans>Enable</Trans>,
    disable: <Trans>Disable</Trans>,
  };

  const run = async (step: Step) => {
    setBusy(step);
    try {
      await send[step]();
      await refresh(client, 'listContactPersons', 'getCustomer', 'listCustomers', 'getCustomerTimeline', 'listMails');
      said(done[step]);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(null);
    }
  };

  const steps = STEPS[person.portal.status] ?? [];
  const invites = steps.includes('invite') || steps.includes('reinvite');
  const buttons = steps.map((step) => (
    <Button
      key={step}
      size="compact-sm"
      variant={step === 'invite' ? 'light' : 'default'}
      loading={busy === step}
      disabled={!person.email && step !== 'disable'}
      title={person.email ? undefined : t`An e-mail address is needed`}
      onClick={() => run(step)}
    >
      {labels[step]}
    </Button>
  ));
  return (
    <>
      {buttons}
      {invites && <InviteWithPassword customerId={customerId} person={person} />}
    </>
  );
}
