import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import type { Organization } from '@portico/api/office';
import { failed } from '../../app/notify';
import { useCan } from '../../app/session';
import { useSaveOrganization } from './use-save-organization';

export function BlockWhenPending({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  return (
    <Switch
      mt="md"
      disabled={!mayManage}
      checked={organization.block_when_pending}
      onChange={(event) => void save({ block_when_pending: event.currentTarget.checked }).catch(failed)}
      label={t`One payment at a time`}
      description={t`While a bank debit of an invoice is being processed, the customer cannot pay it again.`}
    />
  );
}
