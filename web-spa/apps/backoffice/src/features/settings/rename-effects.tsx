import { Plural, Trans } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { previewPortalRenameOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';

/** What moving the portal does, in numbers of this very moment. */
export function RenameEffects() {
  const { data } = useQuery({ ...previewPortalRenameOptions(), staleTime: 0 });
  return (
    <>
      <p>
        <Trans>The old address stops working at once, and everybody is signed out.</Trans>
      </p>
      {data ? (
        <ul>
          <li>
            <Plural
              value={data.people_with_access}
              _0="Nobody has access yet."
              one="# person has access and must be invited again."
              other="# people have access and must be invited again."
            />
          </li>
          <li>
            <Plural
              value={data.open_invitations}
              _0="No invitation is open."
              one="# open invitation becomes void and must be sent again."
              other="# open invitations become void and must be sent again."
            />
          </li>
        </ul>
      ) : (
        <Skeleton height={48} />
      )}
    </>
  );
}
