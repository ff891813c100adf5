import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { PortalSignUp } from '@portico/api/office';
import { Instant, Link } from '@portico/ui';
import type { Column } from '../../list/columns';
import { IconCheck } from '../../shell/icons';
import { SignUpActions } from './sign-up-actions';
import { SignUpStatus } from './sign-up-status';
import classes from './sign-ups.module.css';

/** Only of those who wait there is something to decide, only of the others something was. */
export function signUpColumns(
  waiting: boolean,
  onLetIn: (signUp: PortalSignUp) => void,
): readonly Column<PortalSignUp>[] {
  const columns: Column<PortalSignUp>[] = [
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
      id: 'message',
      header: <Trans>Message</Trans>,
      phone: 'meta',
      cell: (row) => row.message && <div className={classes.message}>{row.message}</div>,
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
      id: 'status',
      header: <Trans>Status</Trans>,
      phone: 'status',
      cell: (row) => <SignUpStatus status={row.status} />,
    },
  ];
  columns.push(
    waiting
      ? {
          id: 'decide',
          header: (
            <VisuallyHidden>
              <Trans>Actions</Trans>
            </VisuallyHidden>
          ),
          align: 'end',
          phone: 'meta',
          cell: (row) => <SignUpActions signUp={row} onLetIn={() => onLetIn(row)} />,
          width: 180,
        }
      : { id: 'decided', header: <Trans>Decided</Trans>, phone: 'meta', cell: (row) => <Decided signUp={row} /> },
  );
  return columns;
}

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
