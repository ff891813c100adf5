import { t } from '@lingui/core/macro';
import type { AddressField, Gateway, UpdateGateway } from '@portico/api/office';
import { decimalToMinor, minorToDecimal } from '@portico/i18n';
import { z } from 'zod';
import { checkAmount, optionalText } from '../../../form/rules';

const key = () => optionalText(255);

/** A gateway as the form holds it. Secrets are never there to be shown: empty keeps what is stored. */
export function gatewaySchema(gateway: Gateway) {
  return fields.superRefine((values, context) => {
    for (const [currency, least] of minimumsTaken(values)) {
      checkAmount(context, ['minimum', currency], least, currency);
    }
    if (!credentialsTouched(gateway, values)) {
      return;
    }
    for (const name of ['public_key', 'secret_key', 'webhook_key'] as const) {
      if (!values[name]) {
        context.addIssue({ code: 'custom', path: [name], message: t`Enter all three` });
      }
    }
  });
}

const fields = z.object({
  public_key: key(),
  secret_key: key(),
  webhook_key: key(),
  test_mode: z.boolean(),
  enabled: z.boolean(),
  store_methods: z.boolean(),
  // None would mean all of them.
  methods: z.array(z.string()).min(1, { error: () => t`Choose at least one` }),
  currencies: z.array(z.string()),
  verification_fields: z.array(z.string()),
  // A currency's field may be there and never have been touched.
  minimum: z.record(z.string(), z.string().optional()),
});

export type GatewayValues = z.infer<typeof fields>;

/** Whether anything of the credentials is to change. The secret ones are never known here, so all are given anew then. */
export function credentialsTouched(gateway: Gateway, values: GatewayValues): boolean {
  return (
    values.secret_key !== '' ||
    values.webhook_key !== '' ||
    values.public_key !== (gateway.public_key ?? '') ||
    (gateway.kind === 'paypal' && gateway.connected && values.test_mode !== gateway.test_mode)
  );
}

export function gatewayValues(gateway: Gateway): GatewayValues {
  return {
    public_key: gateway.public_key ?? '',
    secret_key: '',
    webhook_key: '',
    test_mode: gateway.test_mode,
    enabled: gateway.enabled,
    store_methods: gateway.store_methods,
    methods: gateway.methods,
    currencies: gateway.currencies,
    verification_fields: gateway.verification_fields,
    minimum: Object.fromEntries(
      gateway.minimum_amounts.map(({ amount, currency }) => [currency, minorToDecimal(amount, currency)]),
    ),
  };
}

export function gatewayChange(gateway: Gateway, values: GatewayValues): UpdateGateway {
  const { public_key, secret_key, webhook_key } = values;
  const test_mode = gateway.kind === 'paypal' ? values.test_mode : null;
  return {
    ...(secret_key ? { credentials: { public_key, secret_key, webhook_key, test_mode } } : {}),
    enabled: values.enabled,
    ...(gateway.can_store_methods ? { store_methods: values.store_methods } : {}),
    methods: values.methods.length === gateway.available_methods.length ? [] : values.methods,
    currencies: values.currencies,
    verification_fields: values.verification_fields as AddressField[],
    minimum_amounts: minimumsTaken(values).flatMap(([currency, least]) => {
      const amount = decimalToMinor(least, currency);
      return amount ? [{ amount, currency }] : [];
    }),
  };
}

/** Only of currencies that are taken; all of them are if none is named. */
function minimumsTaken({ minimum, currencies }: GatewayValues): [string, string][] {
  return Object.entries(minimum)
    .filter(([currency]) => currencies.length === 0 || currencies.includes(currency))
    .map(([currency, least]) => [currency, least ?? '']);
}
