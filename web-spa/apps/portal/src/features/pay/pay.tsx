import { Trans, useLingui } from '@lingui/react/macro';
import { BackIcon, CheckIcon, EmptyState, Link, LinkButton, Page, Panel } from '@portico/ui';
import { usePortal } from '../shell/use-portal';
import classes from './pay.module.css';
import type { Payable } from './pay.query';
import { PayExcluded } from './pay-excluded';
import { PayForm } from './pay-form';

/** Paying one or several invoices at once: what, how much, how; the final amount stands on the button. */
export function Pay({ invoices, excluded, options, more }: Payable) {
  const { t } = useLingui();
  const portal = usePortal();
  const single = invoices.length === 1 ? invoices[0] : undefined;
  return (
    <Page
      title={`${t`Pay`} – ${portal.organization_name}`}
      heading={<Trans>Pay {portal.organization_name}</Trans>}
      width="wide"
      back={
        <Link
          to={single ? '/$portal/invoices/$invoiceId' : '/$portal/invoices'}
          params={{ portal: portal.name, invoiceId: single?.id ?? '' }}
          size="sm"
          className={classes.back}
        >
          <BackIcon width={16} height={16} />
          <Trans>Back</Trans>
        </Link>
      }
    >
      {invoices.length === 0 ? (
        <Panel>
          <EmptyState
            icon={<CheckIcon />}
            title={<Trans>There is nothing to pay here</Trans>}
            action={
              <LinkButton to="/$portal/invoices" params={{ portal: portal.name }} variant="default">
                <Trans>See your invoices</Trans>
              </LinkButton>
            }
          >
            <PayExcluded invoices={excluded} />
          </EmptyState>
        </Panel>
      ) : (
        <PayForm invoices={invoices} excluded={excluded} options={options} more={more} />
      )}
    </Page>
  );
}
