import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useState } from 'react';
import { IconUpload } from '../../../shell/icons';
import '@mantine/dropzone/styles.layer.css';

const MAX_SIZE = 5 * 1024 * 1024;

export function ImportUpload({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useLingui();
  const [refused, setRefused] = useState(false);
  return (
    <>
      {refused && (
        <Alert color="red" role="alert" mt="md">
          <Trans>Please choose one CSV file of at most 5 MB.</Trans>
        </Alert>
      )}
      <Dropzone
        mt="md"
        p="xl"
        maxFiles={1}
        multiple={false}
        maxSize={MAX_SIZE}
        accept={{ 'text/csv': ['.csv'], 'text/plain': ['.csv', '.txt'], 'application/vnd.ms-excel': ['.csv'] }}
        loading={busy}
        aria-label={t`CSV file`}
        onReject={() => setRefused(true)}
        onDrop={([file]) => {
          setRefused(false);
          if (file) {
            onFile(file);
          }
        }}
      >
        <div style={{ textAlign: 'center', pointerEvents: 'none' }}>
          <IconUpload width={28} height={28} />
          <Text fw={600} mt="xs">
            <Trans>Drop a CSV file here or click to choose one</Trans>
          </Text>
          <Text size="xs" c="dimmed">
            <Trans>
              The first row names the columns. At most 5 MB and 10,000 rows. Nothing is imported before you have checked
              it.
            </Trans>
          </Text>
        </div>
      </Dropzone>
    </>
  );
}
