import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import {
  type ContactPerson,
  createContactPerson,
  deleteContactPerson,
  makePrimaryContact,
  updateContactPerson,
} from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { failed } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { CheckField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FieldRow } from '../../form/form-section';
import { optionalMail, optionalNewPassword, optionalText, orNull, requiredText } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { useSubmit } from '../../form/use-submit';
import { useAsk } from '../../shell/ask';
import { FirstPasswordField } from './first-password-field';
import { PersonPermissions } from './person-permissions';
import { useSayInvited } from './use-say-invited';

const schema = z.object({
  salutation: optionalText(50),
  first_name: requiredText(100),
  last_name: optionalText(100),
  email: optionalMail(),
  phone: optionalText(50),
  designation: optionalText(100),
  department: optionalText(50),
  portal_access: z.object({ wanted: z.boolean(), password: optionalNewPassword() }),
});

interface PersonFormProps {
  customerId: string;
  person: ContactPerson | null;
  onDone: () => void;
}

export function PersonForm({ customerId, person, onDone }: PersonFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const ask = useAsk();
  const sayInvited = useSayInvited();
  // Whoever has access, or an open invitation, is dealt with in the list.
  const open = person === null || ['none', 'reinvite_needed'].includes(person.portal.status);
  const mayInvite = useCan('manage_portal_access') && open;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      salutation: person?.salutation ?? '',
      first_name: person?.first_name ?? '',
      last_name: person?.last_name ?? '',
      email: person?.email ?? '',
      phone: person?.phone ?? '',
      designation: person?.designation ?? '',
      department: person?.department ?? '',
      portal_access: { wanted: false, password: '' },
    },
  });
  const touched = () =>
    refresh(client, 'listContactPersons', 'getCustomer', 'listCustomers', 'getCustomerTimeline', 'listMails');
  const { submit, messages, sending } = useSubmit(form, async (values) => {
    const { wanted, password } = values.portal_access;
    const body = {
      salutation: orNull(values.salutation),
      first_name: values.first_name.trim(),
      last_name: values.last_name.trim(),
      email: orNull(values.email),
      phone: orNull(values.phone),
      designation: orNull(values.designation),
      department: orNull(values.department),
      ...(mayInvite && wanted ? { portal_access: password ? { password } : {} } : {}),
    };
    const { data } = await (person
      ? updateContactPerson({ path: { id: customerId, person_id: person.id }, body, throwOnError: true })
      : createContactPerson({ path: { id: customerId }, body, throwOnError: true }));
    await touched();
    if (body.portal_access) {
      sayInvited(data, Boolean(password));
    }
    onDone();
  });
  const { control } = form;
  const wanted = useWatch({ control, name: 'portal_access.wanted' });

  const primary = async () => {
    if (!person) {
      return;
    }
    try {
      await makePrimaryContact({ path: { id: customerId, person_id: person.id }, throwOnError: true });
      await touched();
      onDone();
    } catch (error) {
      failed(error);
    }
  };
  const remove = (known: ContactPerson) =>
    ask({
      title: t`Delete ${known.first_name}?`,
      text: t`Their portal access ends at once.`,
      confirm: t`Delete`,
      danger: true,
      run: async () => {
        await deleteContactPerson({ path: { id: customerId, person_id: known.id }, throwOnError: true });
        await touched();
        onDone();
      },
    });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormAlert messages={messages} />
      <Stack gap="sm">
        <TextField control={control} name="salutation" label={t`Salutation`} />
        <FieldRow>
          <TextField control={control} name="first_name" label={t`First name`} withAsterisk data-autofocus />
          <TextField control={control} name="last_name" label={t`Last name`} />
        </FieldRow>
        <TextField
          control={control}
          name="email"
          type="email"
          label={t`E-mail`}
          description={t`Needed for access to the portal`}
        />
        <TextField control={control} name="phone" type="tel" label={t`Phone`} />
        <FieldRow>
          <TextField control={control} name="designation" label={t`Position`} />
          <TextField control={control} name="department" label={t`Department`} />
        </FieldRow>
        {mayInvite && (
          <CheckField
            control={control}
            name="portal_access.wanted"
            label={t`Allow portal access`}
            description={t`Sends an invitation by e-mail when you save.`}
          />
        )}
        {mayInvite && wanted && (
          <FirstPasswordField
            form={form}
            name="portal_access.password"
            description={t`Leave it empty and the person chooses one. Otherwise it is mailed, and works once, for 14 days.`}
          />
        )}
        {person && <PersonPermissions customerId={customerId} person={person} />}
        {person && !person.is_primary && (
          <Button variant="default" onClick={primary}>
            <Trans>Make primary contact</Trans>
          </Button>
        )}
        {person && (
          <Button variant="subtle" color="red" onClick={() => remove(person)}>
            <Trans>Delete contact person</Trans>
          </Button>
        )}
      </Stack>
      <SaveBar onSave={submit} onCancel={onDone} saving={sending} />
    </form>
  );
}
