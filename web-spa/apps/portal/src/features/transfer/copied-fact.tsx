import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CopyButton } from '@mantine/core';
import { CopyIcon } from '@portico/ui';
import type { ReactNode } from 'react';
import classes from './transfer.module.css';

interface CopiedFactProps {
  label: string;
  /** What is copied: without the blanks that help the eye. */
  value: string | null;
  children?: ReactNode;
}

/** One line of a transfer form, with a button that copies it; without a value there is no line. */
export function CopiedFact({ label, value, children }: CopiedFactProps) {
  const { t } = useLingui();
  if (!value) return null;
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        <bdi className={classes.value}>{children ?? value}</bdi>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              data-screen-only
              leftSection={<CopyIcon width={16} />}
              aria-label={copied ? t`${label} copied` : t`Copy ${label}`}
              onClick={copy}
            >
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
      </dd>
    </div>
  );
}
