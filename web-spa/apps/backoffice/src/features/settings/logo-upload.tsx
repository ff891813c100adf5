import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { deleteLogo, type Organization, uploadLogo } from '@portico/api/office';
import { getOrganizationQueryKey } from '@portico/api/office/query';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../../app/problem';
import { refresh } from '../../app/query-client';
import { useCan } from '../../app/session';
import { IconUpload } from '../../shell/icons';
import classes from './branding.module.css';

const MAX_SIZE = 1024 * 1024;

export function LogoUpload({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const mayManage = useCan('manage_organization');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(explain(problem));
    } finally {
      setBusy(false);
    }
  };
  const upload = (file: File | null) => {
    if (!file) {
      return;
    }
    if (file.size > MAX_SIZE) {
      setError(t`The logo may have at most 1 MB.`);
      return;
    }
    void attempt(async () => {
      const { data } = await uploadLogo({ body: { file }, throwOnError: true });
      client.setQueryData(getOrganizationQueryKey(), data);
    });
  };

  return (
    <>
      <Group gap="md" align="center">
        <div className={classes.logo}>
          {organization.logo_url ? (
            <img src={organization.logo_url} alt={t`Logo of ${organization.name}`} />
          ) : (
            <Text c="inherit" size="xs">
              <Trans>No logo yet</Trans>
            </Text>
          )}
        </div>
        {mayManage && (
          <Group gap="xs">
            <FileButton onChange={upload} accept="image/png,image/jpeg,image/webp,image/svg+xml">
              {(props) => (
                <Button {...props} variant="default" loading={busy} leftSection={<IconUpload />}>
                  {organization.logo_url ? <Trans>Replace</Trans> : <Trans>Upload a logo</Trans>}
                </Button>
              )}
            </FileButton>
            {organization.logo_url && (
              <Button
                variant="subtle"
                color="red"
                disabled={busy}
                onClick={() =>
                  attempt(async () => {
                    await deleteLogo({ throwOnError: true });
                    await refresh(client, 'getOrganization');
                  })
                }
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </Group>
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        <Trans>PNG, JPEG, WebP or SVG, at most 1 MB.</Trans>
      </Text>
      {error && (
        <Alert color="red" role="alert" mt="sm">
          {error}
        </Alert>
      )}
    </>
  );
}
