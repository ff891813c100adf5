import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton, Stack, Text, TextInput } from '@mantine/core';
import type { Gateway } from '@portico/api/office';
import type { Control } from 'react-hook-form';
import { CheckField, PasswordField, TextField } from '../../../form/fields';
import type { GatewayValues } from './gateway-values';
import { keyNames } from './gateway-words';

interface GatewayCredentialsProps {
  control: Control<GatewayValues>;
  gateway: Gateway;
}

/** The keys of the organization's account with the provider, and where the provider is to send its webhooks. */
export function GatewayCredentials({ control, gateway }: GatewayCredentialsProps) {
  const { t } = useLingui();
  const names = keyNames(gateway.kind);
  const kept = gateway.connected ? t`Leave empty to keep the one that is stored` : undefined;
  const url = gateway.webhook_url ?? '';
  return (
    <Stack gap="sm">
      <TextInput
        label={t`Webhook address`}
        description={t`Enter this address in ${gateway.name}’s dashboard`}
        value={url}
        readOnly
        rightSectionWidth={84}
        rightSection={
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="subtle" onClick={copy}>
                {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
              </Button>
            )}
          </CopyButton>
        }
      />
      <TextField control={control} name="public_key" label={names.public_key} autoComplete="off" spellCheck={false} />
      <PasswordField
        control={control}
        name="secret_key"
        label={names.secret_key}
        description={kept}
        autoComplete="new-password"
      />
      <PasswordField
        control={control}
        name="webhook_key"
        label={names.webhook_key}
        description={kept}
        autoComplete="new-password"
      />
      {gateway.kind === 'paypal' && (
        <CheckField control={control} name="test_mode" label={t`These are of PayPal’s sandbox`} />
      )}
      <Text size="xs" c="dimmed">
        <Trans>Kept encrypted, and never shown again.</Trans>
      </Text>
    </Stack>
  );
}
