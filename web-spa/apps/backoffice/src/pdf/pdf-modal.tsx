import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { saveBlob } from '@portico/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Failure } from '../list/failure';
import { IconDownload } from '../shell/icons';
import classes from './pdf.module.css';

// The reader weighs more than the rest of the page together: only who looks at a PDF loads it.
const PdfPages = lazy(() => import('./pdf-pages'));

interface PdfModalProps {
  title: string;
  file: UseQueryResult<Blob, unknown>;
  fileName: string;
  onClose: () => void;
}

/** A PDF inside the page, with its download. */
export function PdfModal({ title, file, fileName, onClose }: PdfModalProps) {
  const { t } = useLingui();
  const { data } = file;
  return (
    <Modal
      opened
      onClose={onClose}
      size={900}
      title={
        <Group gap="md">
          <bdi>{title}</bdi>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload />}
            disabled={!data}
            onClick={() => data && saveBlob(data, fileName)}
          >
            <Trans>Download</Trans>
          </Button>
        </Group>
      }
      closeButtonProps={{ 'aria-label': t`Close` }}
      classNames={{ body: classes.body }}
    >
      {file.isError && <Failure error={file.error} retry={() => file.refetch()} />}
      {file.isPending && <Skeleton className={classes.wait} />}
      {data && (
        <Suspense fallback={<Skeleton className={classes.wait} />}>
          <PdfPages file={data} />
        </Suspense>
      )}
    </Modal>
  );
}
