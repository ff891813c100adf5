import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CheckIcon, CopyIcon, DownloadIcon, PrintIcon } from '../icons';
import { saveBlob } from '../save-blob';
import classes from './security.module.css';

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  /** The app has just been set up; otherwise only the codes are new. */
  fresh?: boolean;
  onKept: () => void;
}

/** The codes that stand in for the app: shown this once, so there are several ways to keep them. */
export function RecoveryCodes({ codes, email, fresh = false, onKept }: RecoveryCodesProps) {
  const { t } = useLingui();
  const top = useRef<HTMLDivElement>(null);
  // What was typed into is gone: a screen reader goes on here.
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  const text = [`${t`Recovery codes`} – ${location.host} – ${email}`, '', ...codes, ''].join('\n');
  return (
    <div ref={top} tabIndex={-1} className={classes.codes} data-recovery-codes>
      <Stack gap="md">
        <Alert variant="light" color="green" icon={<CheckIcon />} role="status">
          {fresh ? (
            <Trans>The authenticator app is in use. You are signed out on all other devices.</Trans>
          ) : (
            <Trans>These are your new recovery codes. The old ones no longer work.</Trans>
          )}
        </Alert>
        <p className={classes.text}>
          <Trans>
            If you lose your phone, each of these codes signs you in once. They are shown only now: keep them in a safe
            place, not on the phone.
          </Trans>
        </p>
        <ul className={classes.list} aria-label={t`Recovery codes`} dir="ltr">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group gap="xs" data-screen-only>
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" size="sm" leftSection={<CopyIcon width={18} />} onClick={copy}>
                {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            size="sm"
            leftSection={<DownloadIcon width={18} />}
            onClick={() => saveBlob(new Blob([text], { type: 'text/plain' }), `${t`recovery-codes`}.txt`)}
          >
            <Trans>Download</Trans>
          </Button>
          <Button variant="default" size="sm" leftSection={<PrintIcon width={18} />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </Group>
        <Group data-screen-only>
          <Button onClick={onKept}>
            <Trans>I have kept them</Trans>
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
