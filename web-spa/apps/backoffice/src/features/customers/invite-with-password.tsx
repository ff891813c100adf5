import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Stack } from '@mantine/core';
import { type ContactPerson, grantPortalAccess } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { refresh } from '../../app/query-client';
import { FormAlert } from '../../form/form-alert';
import { newPassword } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { FirstPasswordField } from './first-password-field';
import { useSayInvited } from './use-say-invited';

interface InviteWithPasswordProps {
  customerId: string;
  person: ContactPerson;
}

/** The other way to invite: the mail brings a password in place of a link. */
export function InviteWithPassword({ customerId, person }: InviteWithPasswordProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" disabled={!person.email} onClick={() => setOpen(true)}>
        <Trans>With a password…</Trans>
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t`Invite with a password`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {open && <PasswordForm customerId={customerId} person={person} onDone={() => setOpen(false)} />}
      </Modal>
    </>
  );
}

const schema = z.object({ password: newPassword() });

function PasswordForm({ customerId, person, onDone }: InviteWithPasswordProps & { onDone: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const sayInvited = useSayInvited();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } });
  const { submit, messages, sending } = useSubmit(form, async (body) => {
    const path = { id: customerId, person_id: person.id };
    const { data } = await grantPortalAccess({ path, body, throwOnError: true });
    await refresh(client, 'listContactPersons', 'getCustomer', 'listCustomers', 'getCustomerTimeline', 'listMails');
    sayInvited(data, true);
    onDone();
  });
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <FirstPasswordField
          form={form}
          name="password"
          description={t`Goes to ${person.email ?? ''} by e-mail. It works once, for 14 days; then the person chooses another.`}
        />
      </Stack>
      <SaveBar onSave={submit} onCancel={onDone} saving={sending} label={<Trans>Send invitation</Trans>} />
    </form>
  );
}
