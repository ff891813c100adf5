import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import type { PaymentMethod } from '@portico/api/office';
import { type Control, useController } from 'react-hook-form';
import type { ChargeValues } from './charge-values';
import { KeptMethod } from './kept-method';

/** Which of them is charged. */
export function MethodRadios({ control, methods }: { control: Control<ChargeValues>; methods: PaymentMethod[] }) {
  const { t } = useLingui();
  const { field, fieldState } = useController({ control, name: 'payment_method_id' });
  return (
    <Radio.Group
      label={t`What is charged`}
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Stack gap="xs" mt={6}>
        {methods.map((kept) => (
          <Radio key={kept.id} value={kept.id} label={<KeptMethod kept={kept} />} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
