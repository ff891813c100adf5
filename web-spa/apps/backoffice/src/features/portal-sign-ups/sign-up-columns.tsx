import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { PortalSignUp } from '@portico/api/office';
import { Instant, Link } from '@portico/ui';
import type { Column } from '../../list/columns';
import { IconCheck } from '../../shell/icons';
import { SignUpActions } from './sign-up-actions';
import { SignUpStatus } from './sign-up-status';
import classes from './sign-ups.module.css';

/** Where all of them wait their status needs no saying. */
export function signUpColumns(
  waiting: boolean,
  onLetIn: (signUp: PortalSignUp) => void,
): readonly Column<PortalSignUp>[] {
  const decide = (row: PortalSignUp) => <SignUpActions signUp={row} onLetIn={() => onLetIn(row)} />;
  return [
    { id: 'name', header: <Trans>Name</Trans>, phone: 'title', cell: (row) => <Who signUp={row} /> },
    {
      id: 'email',
      header: <Trans>E-mail</Trans>,
      phone: 'meta',
      cell: (row) => (
        <>
          <bdi>{row.email}</bdi>
          <span className={classes.verified}>
            <IconCheck width={12} height={12} /> <Trans>verified</Trans>
          </span>
        </>
      ),
    },
    {
      id: 'created_at',
      header: <Trans>Asked</Trans>,
      sort: 'created_at',
      phone: 'meta',
      cell: (row) => <Instant value={row.created_at} />,
      width: 150,
    },
    {
      id: 'message',
      header: <Trans>Message</Trans>,
      phone: 'meta',
      cell: (row) => row.message && <div className={classes.message}>{row.message}</div>,
    },
    ...(waiting ? [] : [STATUS]),
    {
      id: 'decided',
      header: waiting ? (
        <VisuallyHidden>
          <Trans>Actions</Trans>
        </VisuallyHidden>
      ) : (
        <Trans>Decided</Trans>
      ),
      align: waiting ? 'end' : undefined,
      phone: 'meta',
      cell: (row) => (row.status === 'waiting' ? decide(row) : <Decided signUp={row} />),
      width: 180,
    },
  ];
}

const STATUS: Column<PortalSignUp> = {
  id: 'status',
  header: <Trans>Status</Trans>,
  phone: 'status',
  cell: (row) => <SignUpStatus status={row.status} />,
};

function Who({ signUp }: { signUp: PortalSignUp }) {
  return (
    <div className={classes.who}>
      <bdi className={classes.name}>
        {signUp.first_name} {signUp.last_name}
      </bdi>
      {signUp.company_name && <bdi className={classes.company}>{signUp.company_name}</bdi>}
    </div>
  );
}

/** Where the person was let in, by whom and when. */
function Decided({ signUp }: { signUp: PortalSignUp }) {
  const { customer, decided_at, decided_by } = signUp;
  return (
    <div className={classes.who}>
      {customer && (
        <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
          {customer.name}
        </Link>
      )}
      {decided_at && (
        <span className={classes.company}>
          {decided_by && <bdi>{decided_by}</bdi>} <Instant value={decided_at} />
        </span>
      )}
    </div>
  );
}
