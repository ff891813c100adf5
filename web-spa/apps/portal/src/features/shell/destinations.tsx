import { Trans } from '@lingui/react/macro';
import { BareLink, HomeIcon, InvoiceIcon, PaymentIcon, PersonIcon } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { homeOptions } from '../home/home.query';
import classes from './destinations.module.css';
import { usePortalName } from './use-portal';

/** Where one can go. Modules without content are not offered. */
export function Destinations({ look }: { look: 'top' | 'bottom' }) {
  const portal = usePortalName();
  const { data } = useQuery(homeOptions());
  const params = { portal };
  // Paying begins at the invoices and belongs to them.
  const paying = useMatchRoute()({ to: '/$portal/pay', fuzzy: true }) !== false;
  const has = (module: string) => data?.modules.includes(module) ?? false;
  return (
    <>
      <BareLink to="/$portal" params={params} activeOptions={{ exact: true }} className={classes[look]}>
        <Face icon={<HomeIcon />} label={<Trans>Home</Trans>} />
      </BareLink>
      {has('invoices') ? (
        <BareLink
          to="/$portal/invoices"
          params={params}
          className={classes[look]}
          data-status={paying ? 'active' : undefined}
        >
          <Face icon={<InvoiceIcon />} label={<Trans>Invoices</Trans>} />
        </BareLink>
      ) : null}
      {has('payments') ? (
        <BareLink to="/$portal/payments" params={params} className={classes[look]}>
          <Face icon={<PaymentIcon />} label={<Trans>Payments</Trans>} />
        </BareLink>
      ) : null}
      {look === 'bottom' ? (
        <BareLink to="/$portal/account/profile" params={params} className={classes.bottom}>
          <Face icon={<PersonIcon />} label={<Trans>Account</Trans>} />
        </BareLink>
      ) : null}
    </>
  );
}

function Face({ icon, label }: { icon: ReactNode; label: ReactNode }) {
  return (
    <>
      <span className={classes.icon}>{icon}</span>
      <span>{label}</span>
    </>
  );
}
