import { Trans, useLingui } from '@lingui/react/macro';
import { Fieldset, Switch, Text } from '@mantine/core';
import { type ContactPerson, narrowPortalAccess } from '@portico/api/office';
import { getOrganizationOptions } from '@portico/api/office/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failed, said } from '../../app/notify';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { ModuleTable } from '../settings/module-table';

/** What one person is held to in the portal; each tick counts at once. */
export function PersonPermissions({ customerId, person }: { customerId: string; person: ContactPerson }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const allowed = useCan('manage_portal_access');
  const everybody = useQuery(getOrganizationOptions()).data?.portal_modules;
  const [modules, setModules] = useState(person.portal_modules);
  if (!allowed || !everybody) {
    return null;
  }
  const save = async (next: ContactPerson['portal_modules']) => {
    const before = modules;
    setModules(next);
    try {
      const path = { id: customerId, person_id: person.id };
      await narrowPortalAccess({ path, body: { modules: next }, throwOnError: true });
      await refresh(client, 'listContactPersons', 'getCustomer', 'getCustomerTimeline');
      said(t`Saved.`);
    } catch (error) {
      setModules(before);
      failed(error);
    }
  };
  // A module that nothing narrows is as for everybody.
  const shown = everybody.map((access) => modules?.find((own) => own.module === access.module) ?? access);
  return (
    <Fieldset legend={t`In the portal`}>
      <Switch
        label={t`As everybody in the portal`}
        checked={modules === null}
        onChange={(event) => void save(event.currentTarget.checked ? null : everybody)}
      />
      {modules !== null && (
        <>
          <Text size="sm" c="dimmed" my="xs">
            <Trans>This person may do what is ticked here, and never more than everybody.</Trans>
          </Text>
          <ModuleTable value={shown} within={everybody} onChange={(next) => void save(next)} />
        </>
      )}
    </Fieldset>
  );
}
