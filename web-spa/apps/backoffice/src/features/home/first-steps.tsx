import { Trans } from '@lingui/react/macro';
import type { HomeCounts } from '@portico/api/office';
import { getOrganizationOptions, listInvoicesOptions } from '@portico/api/office/query';
import { Link, Panel } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCan } from '../../app/session';
import { IconCheck } from '../../shell/icons';
import classes from './home.module.css';

/** A new organization's three first steps; gone once they are done. */
export function FirstSteps({ counts }: { counts: HomeCounts }) {
  const allowed = useCan('manage_organization');
  const organization = useQuery({ ...getOrganizationOptions(), enabled: allowed });
  const young = counts.invoices < 5;
  const sent = useQuery({ ...listInvoicesOptions({ query: { status: 'sent', limit: 1 } }), enabled: allowed && young });
  if (!allowed || !young || !organization.data || !sent.data) {
    return null;
  }
  const logo = organization.data.logo_url !== null;
  const customer = counts.customers > 0;
  const invoice = sent.data.data.length > 0;
  if (logo && customer && invoice) {
    return null;
  }
  return (
    <Panel title={<Trans>First steps</Trans>}>
      <ol className={classes.steps}>
        <Step
          at={1}
          done={logo}
          what={
            <Link to="/settings/branding">
              <Trans>Add your logo and colour</Trans>
            </Link>
          }
        >
          <Trans>They appear on invoices, mails and in the portal.</Trans>
        </Step>
        <Step
          at={2}
          done={customer}
          what={
            <Link to="/customers/new">
              <Trans>Add a customer</Trans>
            </Link>
          }
        >
          <Trans>With an e-mail address, so that they can use the portal.</Trans>
        </Step>
        <Step
          at={3}
          done={invoice}
          what={
            <Link to="/invoices/new">
              <Trans>Send the first invoice</Trans>
            </Link>
          }
        >
          <Trans>The customer gets it by e-mail and can pay it.</Trans>
        </Step>
      </ol>
    </Panel>
  );
}

function Step({ at, done, what, children }: { at: number; done: boolean; what: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.step} data-done={done || undefined}>
      <span className={classes.tick}>{done ? <IconCheck width={14} /> : at}</span>
      <div>
        <div className={classes.what}>{what}</div>
        <div className={classes.note}>{children}</div>
      </div>
    </li>
  );
}
