import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { ifMatch } from '@portico/api/client';
import { getPortalProfile, type PortalProfile, portalSession, updatePortalProfile } from '@portico/api/portal';
import { fieldErrors, Panel } from '@portico/ui';
import { profileOptions } from './details-options';
import { SavedNote } from './saved-note';
import { orNull, type TextFieldSpec, TextFields } from './text-fields';
import { useDetailsForm } from './use-details-form';

type Name = 'salutation' | 'first_name' | 'last_name' | 'phone' | 'designation' | 'department';

const read = (profile: PortalProfile): Record<Name, string> => ({
  salutation: profile.salutation ?? '',
  first_name: profile.first_name,
  last_name: profile.last_name,
  phone: profile.phone ?? '',
  designation: profile.designation ?? '',
  department: profile.department ?? '',
});

async function send(version: number, values: Record<Name, string>): Promise<PortalProfile> {
  const { first_name, last_name } = values;
  const body = { ...orNull(values), first_name: first_name.trim(), last_name: last_name.trim() };
  const { data } = await updatePortalProfile({ headers: ifMatch(version), body, throwOnError: true });
  const person = portalSession.get()?.person;
  if (person) {
    portalSession.change({ person: { ...person, first_name: data.first_name, last_name: data.last_name } });
  }
  return data;
}

/** One's own name and how to reach one. */
export function ProfileForm({ profile }: { profile: PortalProfile }) {
  const { t } = useLingui();
  const { queryKey } = profileOptions();
  const load = async () => (await getPortalProfile({ throwOnError: true })).data;
  const form = useDetailsForm({ loaded: profile, queryKey, read, send, load });
  const fields: TextFieldSpec<Name>[] = [
    { name: 'salutation', label: t`Salutation`, max: 50, autoComplete: 'honorific-prefix' },
    { name: 'first_name', label: t`First name`, max: 100, autoComplete: 'given-name' },
    { name: 'last_name', label: t`Last name`, max: 100, autoComplete: 'family-name' },
    { name: 'phone', label: t`Phone`, max: 50, autoComplete: 'tel', type: 'tel' },
    { name: 'designation', label: t`Position`, max: 100, autoComplete: 'organization-title' },
    { name: 'department', label: t`Department`, max: 50, autoComplete: 'off' },
  ];
  return (
    <Panel title={<Trans>Your details</Trans>}>
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextFields
            fields={fields}
            values={form.values}
            errors={fieldErrors(form.error)}
            onChange={(name, value) => form.change({ [name]: value })}
          />
          <SavedNote saved={form.saved} error={form.error} onReload={form.reload} />
          <Button type="submit" loading={form.sending}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
