import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Skeleton, Text } from '@mantine/core';
import type { ContactPerson, Customer } from '@portico/api/office';
import { Instant, Panel, StatusBadge } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../app/session';
import { Failure } from '../../list/failure';
import { IconEdit, IconPlus } from '../../shell/icons';
import { personsQuery } from './customer.query';
import { PersonAccess } from './person-access';
import { PersonDrawer } from './person-drawer';
import classes from './persons.module.css';
import { PortalStatus } from './portal-status';

/** The people at a customer, and who of them may enter the portal. */
export function Persons({ customer }: { customer: Customer }) {
  const { t } = useLingui();
  const mayManage = useCan('manage_customers');
  const query = useQuery(personsQuery(customer.id));
  const [editing, setEditing] = useState<ContactPerson | 'new' | null>(null);
  const people = query.data?.data ?? [];

  return (
    <Panel
      title={<Trans>Contact persons</Trans>}
      aside={
        mayManage && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus />} onClick={() => setEditing('new')}>
            <Trans>Add</Trans>
          </Button>
        )
      }
    >
      {query.isError && <Failure error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <Skeleton height={48} />}
      {query.data && people.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            Nobody yet. A contact person with an e-mail address can be invited to the portal and receives the invoices.
          </Trans>
        </Text>
      )}
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <div className={classes.who}>
              <div className={classes.name}>
                {[person.salutation, person.first_name, person.last_name].filter(Boolean).join(' ')}
                {person.is_primary && (
                  <StatusBadge tone="neutral">
                    <Trans>Primary</Trans>
                  </StatusBadge>
                )}
              </div>
              <div className={classes.meta}>
                {person.email && (
                  <a href={`mailto:${person.email}`}>
                    <bdi>{person.email}</bdi>
                  </a>
                )}
                {person.phone && <bdi>{person.phone}</bdi>}
                {[person.designation, person.department].filter(Boolean).join(', ')}
              </div>
            </div>
            <div className={classes.access}>
              <PortalStatus status={person.portal.status} expired={person.portal.expired} />
              <AccessNote person={person} />
            </div>
            <div className={classes.buttons}>
              <PersonAccess customerId={customer.id} person={person} />
              {mayManage && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Edit ${person.first_name}`}
                  onClick={() => setEditing(person)}
                >
                  <IconEdit />
                </ActionIcon>
              )}
            </div>
          </li>
        ))}
      </ul>
      <PersonDrawer customerId={customer.id} person={editing} onClose={() => setEditing(null)} />
    </Panel>
  );
}

function AccessNote({ person: { portal } }: { person: ContactPerson }) {
  const note = portal.last_sign_in_at ? (
    <Trans>
      Last sign-in <Instant value={portal.last_sign_in_at} />
    </Trans>
  ) : portal.accepted_at ? (
    <Trans>
      Since <Instant value={portal.accepted_at} />
    </Trans>
  ) : portal.invited_at && portal.expires_at ? (
    <Trans>
      Sent <Instant value={portal.invited_at} />, valid until <Instant value={portal.expires_at} />
    </Trans>
  ) : null;
  return note && <span className={classes.note}>{note}</span>;
}
