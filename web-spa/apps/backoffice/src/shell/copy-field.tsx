import { Trans } from '@lingui/react/macro';
import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
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
  const id = useId();
  const field = (
    <Group gap="xs" align="end" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        readOnly
        aria-describedby={description ? id : undefined}
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
  return (
    <div>
      {field}
      {description && (
        <Text id={id} size="xs" c="dimmed" mt={4}>
          {description}
        </Text>
      )}
    </div>
  );
}
