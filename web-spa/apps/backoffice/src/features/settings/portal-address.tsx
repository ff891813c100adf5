import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, CopyButton, Group, Switch, Text, TextInput } from '@mantine/core';
import type { Organization } from '@portico/api/office';
import { useState } from 'react';
import { explain, problemOf } from '../../app/problem';
import { useCan } from '../../app/session';
import { useAsk } from '../../shell/ask';
import { IconCopy, IconExternal } from '../../shell/icons';
import { InviteAgain } from '../customers/invite-again';
import { RenameEffects } from './rename-effects';
import { useSaveOrganization } from './use-save-organization';

/** Where the portal is, whether it is open, and changing its name with all that follows from it. */
export function PortalAddress({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const ask = useAsk();
  const mayManage = useCan('manage_organization');
  const mayInvite = useCan('manage_portal_access');
  const save = useSaveOrganization(organization);
  const [name, setName] = useState(organization.portal_name);
  const [error, setError] = useState<string | null>(null);
  const [moved, setMoved] = useState(false);

  const rename = () =>
    ask({
      title: t`Change the portal's address?`,
      text: <RenameEffects />,
      confirm: t`Change the address`,
      danger: true,
      run: async () => {
        setError(null);
        try {
          await save({ portal_name: name });
          setMoved(true);
        } catch (problem) {
          const [field] = problemOf(problem).errors;
          setError(field?.detail ?? explain(problem));
          throw problem;
        }
      },
    });
  const toggle = (enabled: boolean) =>
    save({ portal_enabled: enabled }).catch((problem: unknown) => setError(explain(problem)));

  return (
    <>
      <Group gap="xs" mb="sm">
        <Anchor href={organization.portal_url} target="_blank" rel="noreferrer">
          <bdi>{organization.portal_url}</bdi> <IconExternal width={12} height={12} />
        </Anchor>
        <CopyButton value={organization.portal_url}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" leftSection={<IconCopy />} onClick={copy}>
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
      </Group>
      {mayManage && (
        <>
          <Group align="end" gap="xs">
            <TextInput
              label={t`Portal name`}
              value={name}
              onChange={(event) => setName(event.currentTarget.value.trim().toLowerCase())}
              error={error}
            />
            <Button variant="default" disabled={name === organization.portal_name || name === ''} onClick={rename}>
              <Trans>Change…</Trans>
            </Button>
          </Group>
          <Switch
            mt="md"
            label={t`The portal is open`}
            checked={organization.portal_enabled}
            onChange={(event) => void toggle(event.currentTarget.checked)}
          />
        </>
      )}
      {moved && (
        <Alert color="blue" mt="sm" role="status">
          <Text size="sm">
            <Trans>The portal has moved. Whoever had access needs a new invitation, which you can send now.</Trans>
          </Text>
        </Alert>
      )}
      {mayInvite && organization.portal_enabled && <InviteAgain />}
      {!organization.portal_enabled && (
        <Alert color="orange" mt="sm">
          <Text size="sm">
            <Trans>The portal is closed: customers cannot sign in.</Trans>
          </Text>
        </Alert>
      )}
    </>
  );
}
