import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack } from '@mantine/core';
import type { Gateway } from '@portico/api/office';
import { type Control, Controller } from 'react-hook-form';
import type { InvoiceValues } from './invoice-values';

/** The ways to pay online that this invoice offers; none means: not online. */
export function GatewayChecks({ control, gateways }: { control: Control<InvoiceValues>; gateways: Gateway[] }) {
  const { t } = useLingui();
  const enabled = gateways.filter((gateway) => gateway.enabled);
  if (enabled.length === 0) {
    return null;
  }
  return (
    <Controller
      control={control}
      name="gateways"
      render={({ field, fieldState }) => (
        <Checkbox.Group
          label={t`Online payment`}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        >
          <Stack gap={6} mt={4}>
            {enabled.map((gateway) => (
              <Checkbox
                key={gateway.kind}
                value={gateway.kind}
                label={gateway.test_mode ? <Trans>{gateway.name} (test mode)</Trans> : gateway.name}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    />
  );
}
