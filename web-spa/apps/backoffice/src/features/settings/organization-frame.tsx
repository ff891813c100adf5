import { Trans } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import type { Organization } from '@portico/api/office';
import { getOrganizationOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ConflictDialog } from '../../form/conflict-dialog';
import { Failure } from '../../list/failure';

/** Loads the organization for a form about it, and answers when somebody else saved first. */
export function OrganizationFrame({
  children,
}: {
  children: (organization: Organization, onProblem: (problem: ApiProblem) => boolean) => ReactNode;
}) {
  const query = useQuery({ ...getOrganizationOptions(), refetchOnWindowFocus: false });
  const [conflict, setConflict] = useState(false);
  const onProblem = (problem: ApiProblem) => {
    const stale = problem.code === 'version_mismatch';
    setConflict(stale);
    return stale;
  };
  if (query.isError && !query.data) {
    return <Failure error={query.error} retry={() => query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={320} />;
  }
  return (
    <>
      {children(query.data, onProblem)}
      <ConflictDialog
        opened={conflict}
        onClose={() => setConflict(false)}
        onReload={async () => {
          await query.refetch();
          setConflict(false);
        }}
      >
        <Trans>
          Somebody else changed these settings while you were editing. Load their version and enter your changes again.
        </Trans>
      </ConflictDialog>
    </>
  );
}
