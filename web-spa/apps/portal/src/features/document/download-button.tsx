import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import { problemText, saveBlob } from '@portico/ui';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface DownloadButtonProps {
  /** The file's name on the person's disk. */
  name: string;
  icon?: ReactNode;
  load: () => Promise<Blob | File>;
}

/** Fetches a PDF with the session and hands it to the browser; a failure is said beside the button. */
export function DownloadButton({ name, icon, load }: DownloadButtonProps) {
  const download = useMutation({ mutationFn: load, onSuccess: (blob) => saveBlob(blob, name) });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={icon}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        <Trans>Download PDF</Trans>
      </Button>
      {download.isError ? (
        <Alert role="alert" color="red" variant="light" p="xs">
          {problemText(download.error).advice}
        </Alert>
      ) : null}
    </>
  );
}
