import { Trans } from '@lingui/react/macro';
import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconCopy } from './icons';

interface CopyFieldProps {
  label: string;
  value: string;
  description?: ReactNode;
  /** In a dialog: what to begin with. */
  begin?: boolean;
}

/** An address to be copied. */
export function CopyField({ label, value, description, begin }: CopyFieldProps) {
  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <TextInput
        label={label}
        description={description}
        value={value}
        readOnly
        dir="ltr"
        style={{ flex: 1 }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            leftSection={<IconCopy />}
            variant={begin ? undefined : 'default'}
            onClick={copy}
            autoFocus={begin}
            data-autofocus={begin}
          >
            {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
