import { Trans, useLingui } from '@lingui/react/macro';
import type { Receivable } from '@portico/api/office';
import { BareLink, Money, Panel } from '@portico/ui';
import type { ReactNode } from 'react';
import classes from './home.module.css';

/** The same figures as above for every further currency, a line each. */
export function OtherCurrencies({ rows }: { rows: Receivable[] }) {
  const { t } = useLingui();
  return (
    <Panel title={<Trans>Other currencies</Trans>}>
      <table className={classes.currencies} aria-label={t`Other currencies`}>
        <thead>
          <tr>
            <th>
              <Trans>Currency</Trans>
            </th>
            <th>
              <Trans>Outstanding</Trans>
            </th>
            <th>
              <Trans>Overdue</Trans>
            </th>
            <th data-wide>
              <Trans>Drafts</Trans>
            </th>
            <th data-wide>
              <Trans>Received</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ currency, outstanding, overdue, draft, received_30d: received }) => (
            <tr key={currency}>
              <th scope="row">{currency}</th>
              <td data-zero={outstanding === 0 || undefined}>
                <Invoices status="unpaid">
                  <Money value={{ amount: outstanding, currency }} />
                </Invoices>
              </td>
              <td data-zero={overdue === 0 || undefined} data-alarm={overdue > 0 || undefined}>
                <Invoices status="overdue">
                  <Money value={{ amount: overdue, currency }} />
                </Invoices>
              </td>
              <td data-wide data-zero={draft === 0 || undefined}>
                <Invoices status="draft">
                  <Money value={{ amount: draft, currency }} />
                </Invoices>
              </td>
              <td data-wide data-zero={received === 0 || undefined}>
                <BareLink to="/payments">
                  <Money value={{ amount: received, currency }} />
                </BareLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Invoices({ status, children }: { status: string; children: ReactNode }) {
  return (
    <BareLink to="/invoices" search={{ status }}>
      {children}
    </BareLink>
  );
}
