import { Trans } from '@lingui/react/macro';
import type { PortalProfile } from '@portico/api/portal';
import { Panel } from '@portico/ui';
import { Facts } from '../document/facts';
import { ReadOnlyNote } from './read-only-note';

/** One's own details where only staff change them. */
export function ProfileDetails({ profile }: { profile: PortalProfile }) {
  const { first_name, last_name, phone, designation, department } = profile;
  return (
    <Panel title={<Trans>Your details</Trans>}>
      <Facts
        facts={[
          [<Trans key="n">Name</Trans>, <bdi key="v">{`${first_name} ${last_name}`.trim()}</bdi>],
          phone ? [<Trans key="n">Phone</Trans>, <bdi key="v">{phone}</bdi>] : null,
          designation ? [<Trans key="n">Position</Trans>, <bdi key="v">{designation}</bdi>] : null,
          department ? [<Trans key="n">Department</Trans>, <bdi key="v">{department}</bdi>] : null,
        ]}
      />
      <ReadOnlyNote />
    </Panel>
  );
}
