import { Trans } from '@lingui/react/macro';
import type { PortalContact } from '@portico/api/portal';
import { Link, Panel } from '@portico/ui';
import { Facts } from '../document/facts';
import { usePortalName } from '../shell/use-portal';

const nameOf = ({ first_name, last_name, email }: PortalContact) => `${first_name} ${last_name}`.trim() || email;

/** One's own details, and who else is a contact person of the company. */
export function OurPeople({ people }: { people: PortalContact[] }) {
  const portal = usePortalName();
  const me = people.find((person) => person.is_me);
  const others = people.filter((person) => !person.is_me);
  if (!me) return null;
  return (
    <Panel
      title={<Trans>Your details</Trans>}
      aside={
        <Link to="/$portal/account/profile" params={{ portal }} size="sm">
          <Trans>Account</Trans>
        </Link>
      }
    >
      <Facts
        facts={[
          [<Trans key="n">Name</Trans>, <bdi key="v">{nameOf(me)}</bdi>],
          [<Trans key="n">E-mail</Trans>, <bdi key="v">{me.email}</bdi>],
          me.phone ? [<Trans key="n">Phone</Trans>, <bdi key="v">{me.phone}</bdi>] : null,
          others.length > 0
            ? [
                <Trans key="n">Contact persons</Trans>,
                others.map((person) => (
                  <div key={person.id}>
                    <bdi>{nameOf(person)}</bdi>
                  </div>
                )),
              ]
            : null,
        ]}
      />
    </Panel>
  );
}
