import { Trans } from '@lingui/react/macro';
import type { PortalContact } from '@portico/api/portal';
import { Panel, StatusBadge } from '@portico/ui';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { LoadMore } from '../list/load-more';
import { AccountPage } from './account-page';
import { peopleOptions } from './details-options';
import classes from './people.module.css';
import { ReadOnlyNote } from './read-only-note';

/** Who else is a contact person of this company. */
export function People() {
  const query = useSuspenseInfiniteQuery(peopleOptions());
  return (
    <AccountPage>
      <Panel title={<Trans>Contact persons</Trans>}>
        <ul className={classes.people}>
          {query.data.pages
            .flatMap((page) => page.data)
            .map((person) => (
              <Person key={person.id} person={person} />
            ))}
        </ul>
        <LoadMore query={query} />
        <ReadOnlyNote />
      </Panel>
    </AccountPage>
  );
}

function Person({ person }: { person: PortalContact }) {
  const { email, phone } = person;
  const work = [person.designation, person.department].filter(Boolean).join(', ');
  return (
    <li className={classes.person}>
      <span className={classes.name}>
        <bdi>{`${person.first_name} ${person.last_name}`.trim() || email}</bdi>
        {person.is_me ? (
          <StatusBadge tone="info">
            <Trans>You</Trans>
          </StatusBadge>
        ) : null}
        {person.is_primary ? (
          <StatusBadge tone="neutral">
            <Trans>Primary contact</Trans>
          </StatusBadge>
        ) : null}
      </span>
      {[work, email, phone].filter(Boolean).map((line) => (
        <span key={line} className={classes.line}>
          <bdi>{line}</bdi>
        </span>
      ))}
    </li>
  );
}
