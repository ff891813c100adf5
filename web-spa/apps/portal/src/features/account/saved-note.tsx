import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import { isProblem } from '@portico/api/client';
import { CheckIcon, fieldErrors, ProblemAlert } from '@portico/ui';
import { usePortal } from '../shell/use-portal';

interface SavedNoteProps {
  saved: boolean;
  error: unknown;
  onReload: () => void;
}

/** What became of saving: done and told, somebody else was first, or another reason; wrong fields say so themselves. */
export function SavedNote({ saved, error, onReload }: SavedNoteProps) {
  const portal = usePortal();
  if (saved && !error) {
    return (
      <Alert role="status" variant="light" color="green" icon={<CheckIcon />}>
        <Trans>Saved. {portal.organization_name} has been told what changed.</Trans>
      </Alert>
    );
  }
  if (isProblem(error, 'version_mismatch')) {
    return (
      <Alert role="alert" variant="light" color="orange">
        <Trans>Somebody else changed this meanwhile. Load the latest version and enter your changes again.</Trans>
        <Button variant="default" size="compact-sm" mt="xs" onClick={onReload} style={{ display: 'block' }}>
          <Trans>Load the latest version</Trans>
        </Button>
      </Alert>
    );
  }
  return Object.keys(fieldErrors(error)).length > 0 ? null : <ProblemAlert error={error} />;
}
