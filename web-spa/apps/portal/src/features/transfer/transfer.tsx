import { Trans, useLingui } from '@lingui/react/macro';
import type { BankTransfer } from '@portico/api/portal';
import { minorToDecimal } from '@portico/i18n';
import { BackIcon, DocumentNumber, Link, Money, Page, Panel } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { usePortal } from '../shell/use-portal';
import { Announce } from './announce';
import { CopiedFact } from './copied-fact';
import classes from './transfer.module.css';
import { transferOptions } from './transfer.query';

/** Where to send the money, by hand or with a banking app; and to say that it is under way. */
export function Transfer({ id }: { id: string }) {
  const { t } = useLingui();
  const portal = usePortal();
  const { data: transfer } = useSuspenseQuery(transferOptions(id));
  return (
    <Page
      title={`${t`Pay by bank transfer`} – ${portal.organization_name}`}
      heading={<Trans>Pay by bank transfer</Trans>}
      back={
        <Link
          to="/$portal/invoices/$invoiceId"
          params={{ portal: portal.name, invoiceId: id }}
          size="sm"
          className={classes.back}
        >
          <BackIcon width={16} height={16} />
          <Trans>
            Invoice <DocumentNumber>{transfer.reference}</DocumentNumber>
          </Trans>
        </Link>
      }
    >
      <Panel>
        <div className={classes.columns} data-code={transfer.qr_svg ? true : undefined}>
          <div>
            <Account transfer={transfer} />
            {transfer.note ? <p className={classes.note}>{transfer.note}</p> : null}
          </div>
          {transfer.qr_svg ? (
            <figure className={classes.code}>
              <img
                src={`data:image/svg+xml,${encodeURIComponent(transfer.qr_svg)}`}
                width={240}
                height={240}
                alt={t`QR code of this transfer for banking apps. It says the same as the text beside it.`}
              />
              <figcaption>
                <Trans>Scan it with your banking app</Trans>
              </figcaption>
            </figure>
          ) : null}
        </div>
      </Panel>
      <Announce id={id} transfer={transfer} />
    </Page>
  );
}

function Account({ transfer }: { transfer: BankTransfer }) {
  const { t } = useLingui();
  const { amount } = transfer;
  return (
    <dl className={classes.facts}>
      <CopiedFact label={t`Amount`} value={minorToDecimal(amount.amount, amount.currency)}>
        <Money value={amount} />
      </CopiedFact>
      <CopiedFact label={t`Reference`} value={transfer.reference} />
      <CopiedFact label={t`Account holder`} value={transfer.holder} />
      <CopiedFact label={t`IBAN`} value={transfer.iban}>
        {transfer.iban?.replace(/(.{4})(?=.)/g, '$1 ')}
      </CopiedFact>
      <CopiedFact label={t`BIC`} value={transfer.bic} />
      <CopiedFact label={t`Account number`} value={transfer.account_number} />
      <CopiedFact label={t`Routing number`} value={transfer.routing_number} />
      <div className={classes.fact}>
        <dt>{t`Bank`}</dt>
        <dd>
          <bdi className={classes.value}>{transfer.bank_name}</bdi>
        </dd>
      </div>
    </dl>
  );
}
