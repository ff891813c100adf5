import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { inviteMember, type Member, reinviteMember, updateMember } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { failed, said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { SelectField, SwitchField, TextField } from '../../form/fields';
import { requiredMail, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { ROLES, roleName } from '../../shell/role-name';
import { EditDrawer } from './edit-drawer';

function roleOptions(current?: string) {
  const roles = current && !ROLES.some((role) => role === current) ? [current, ...ROLES] : [...ROLES];
  return roles.map((value) => ({ value, label: roleName(value) }));
}

const inviteSchema = z.object({ name: requiredText(100), email: requiredMail(), role: z.string() });

export function InviteMember({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({ resolver: zodResolver(inviteSchema), defaultValues: { name: '', email: '', role: 'staff' } });
  const { control } = form;
  const { submit, messages, sending } = useSubmit(form, async (body) => {
    await inviteMember({ body, throwOnError: true });
    await refresh(client, 'listMembers', 'listMails');
    said(t`Invitation sent to ${body.email}.`);
    onClose();
  });
  return (
    <EditDrawer
      title={t`Invite a member`}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      saveLabel={<Trans>Send invitation</Trans>}
    >
      <TextField control={control} name="name" label={t`Name`} withAsterisk data-autofocus />
      <TextField control={control} name="email" type="email" label={t`E-mail`} withAsterisk />
      <SelectField control={control} name="role" label={t`Role`} data={roleOptions()} />
    </EditDrawer>
  );
}

const memberSchema = z.object({ role: z.string(), active: z.boolean() });

export function MemberDrawer({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const before = { role: member.role, active: member.status !== 'inactive' };
  const form = useForm({ resolver: zodResolver(memberSchema), defaultValues: before });
  const { control } = form;
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    await updateMember({
      path: { id: member.id },
      body: {
        ...(values.role === before.role ? {} : { role: values.role }),
        ...(values.active === before.active ? {} : { active: values.active }),
      },
      throwOnError: true,
    });
    await refresh(client, 'listMembers');
    onClose();
  });
  const again = () =>
    void reinviteMember({ path: { id: member.id }, throwOnError: true })
      .then(() => said(t`Invitation sent to ${member.email}.`))
      .catch(failed);
  return (
    <EditDrawer title={member.name} onClose={onClose} messages={messages} onSave={submit} saving={sending}>
      <Text size="sm" c="dimmed">
        <bdi>{member.email}</bdi>
      </Text>
      <SelectField control={control} name="role" label={t`Role`} data={roleOptions(member.role)} />
      <SwitchField control={control} name="active" label={t`May sign in`} />
      {member.status === 'invited' && (
        <Button variant="default" onClick={again}>
          <Trans>Invite again</Trans>
        </Button>
      )}
    </EditDrawer>
  );
}
