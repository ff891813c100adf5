import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { Divider } from '@mantine/core';
import { disconnectGateway, type Gateway, updateGateway } from '@portico/api/office';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { said } from '../../../app/notify';
import { refresh } from '../../../app/query-client';
import { SwitchField } from '../../../form/fields';
import { useSubmit } from '../../../form/use-submit';
import { EditDrawer } from '../edit-drawer';
import { GatewayCheck } from './gateway-check';
import { GatewayCredentials } from './gateway-credentials';
import { GatewayTerms } from './gateway-terms';
import { credentialsTouched, type GatewayValues, gatewayChange, gatewaySchema, gatewayValues } from './gateway-values';

interface GatewayDrawerProps {
  gateway: Gateway;
  baseCurrency: string;
  onClose: () => void;
}

/** Connects a gateway, tests it, and says what is taken through it. */
export function GatewayDrawer({ gateway, baseCurrency, onClose }: GatewayDrawerProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const form = useForm({ resolver: zodResolver(gatewaySchema(gateway)), defaultValues: gatewayValues(gateway) });
  const { control } = form;
  const unsaved = credentialsTouched(gateway, useWatch({ control }) as GatewayValues);
  const path = { kind: gateway.kind };
  const real = gateway.webhook_url !== null;
  const rename = (pointer: string) => pointer.replace(/^credentials\./, '');
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const { data } = await updateGateway({ path, body: gatewayChange(gateway, values), throwOnError: true });
      form.reset(gatewayValues(data));
      await refresh(client, 'listGateways', 'getOrganization');
      said(t`Saved`);
    },
    { rename },
  );
  async function disconnect() {
    await disconnectGateway({ path, throwOnError: true });
    await refresh(client, 'listGateways');
    onClose();
  }
  return (
    <EditDrawer
      title={gateway.name}
      onClose={onClose}
      messages={messages}
      onSave={submit}
      saving={sending}
      remove={real && gateway.connected ? { title: t`Disconnect ${gateway.name}?`, run: disconnect } : undefined}
    >
      {real && <GatewayCredentials control={control} gateway={gateway} />}
      {real && gateway.connected && <GatewayCheck gateway={gateway} disabled={unsaved} />}
      {real && <Divider />}
      <SwitchField control={control} name="enabled" label={t`Offer this to customers`} />
      {gateway.can_store_methods && (
        <SwitchField
          control={control}
          name="store_methods"
          label={t`Customers may have their cards and accounts saved`}
          description={t`Once this is switched off, what is saved already is charged no more.`}
        />
      )}
      <GatewayTerms control={control} gateway={gateway} baseCurrency={baseCurrency} />
    </EditDrawer>
  );
}
