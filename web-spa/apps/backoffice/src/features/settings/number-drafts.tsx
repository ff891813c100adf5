import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import type { Organization } from '@portico/api/office';
import { failed } from '../../app/notify';
import { useCan } from '../../app/session';
import { useSaveOrganization } from './use-save-organization';

export function NumberDrafts({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  return (
    <Switch
      mt="md"
      disabled={!mayManage}
      checked={organization.number_drafts}
      onChange={(event) => void save({ number_drafts: event.currentTarget.checked }).catch(failed)}
      label={t`Number drafts at once`}
      description={t`Otherwise a number is given when the document is first sent, so that no gaps arise.`}
    />
  );
}
