import { Trans, useLingui } from '@lingui/react/macro';
import type { Customer } from '@portico/api/office';
import { AddressLines, Money, Panel } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Fact, Facts } from '../../shell/facts';
import { KeptMethods } from '../payment-methods/kept-methods';
import { customerQuery } from './customer.query';
import classes from './customer-overview.module.css';
import { Persons } from './persons';

export function CustomerOverview({ customerId }: { customerId: string }) {
  const { data: customer } = useSuspenseQuery(customerQuery(customerId));
  return (
    <div className={classes.grid}>
      <div className={classes.main}>
        <Balances customer={customer} />
        <Persons customer={customer} />
        <KeptMethods customerId={customer.id} />
      </div>
      <Details customer={customer} />
    </div>
  );
}

function Balances({ customer }: { customer: Customer }) {
  const rows =
    customer.balances.length > 0
      ? customer.balances
      : [{ currency: customer.currency, outstanding: 0, overdue: 0, credit: 0 }];
  return (
    <>
      {rows.map(({ currency, outstanding, overdue, credit }) => (
        <dl key={currency} className={classes.balances}>
          <div>
            <dt>
              <Trans>Outstanding</Trans>
            </dt>
            <dd>
              <Money value={{ amount: outstanding, currency }} />
            </dd>
          </div>
          <div data-alarm={overdue > 0 || undefined}>
            <dt>
              <Trans>Overdue</Trans>
            </dt>
            <dd>
              <Money value={{ amount: overdue, currency }} />
            </dd>
          </div>
          <div>
            <dt>
              <Trans>Credit</Trans>
            </dt>
            <dd>
              <Money value={{ amount: credit, currency }} />
            </dd>
          </div>
        </dl>
      ))}
    </>
  );
}

function Details({ customer }: { customer: Customer }) {
  const { t, i18n } = useLingui();
  const treatment: Record<string, string> = {
    taxable: t`Taxable`,
    exempt: t`Exempt`,
    reverse_charge: t`Reverse charge`,
  };
  const language =
    customer.language && new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(customer.language);
  return (
    <Panel>
      <Facts>
        <Fact label={t`Legal name`}>{customer.company_name}</Fact>
        <Fact label={t`Currency`}>{customer.currency}</Fact>
        <Fact label={t`Payment terms`}>
          <Trans>{customer.payment_terms_days} days</Trans>
        </Fact>
        <Fact label={t`Language`}>{language}</Fact>
        <Fact label={t`Tax treatment`}>{treatment[customer.tax_treatment] ?? customer.tax_treatment}</Fact>
        <Fact label={t`Tax number`}>{customer.tax_id && <bdi>{customer.tax_id}</bdi>}</Fact>
        <Fact label={t`Credit limit`}>{customer.credit_limit && <Money value={customer.credit_limit} />}</Fact>
        <Fact label={t`Opening balance`}>{customer.opening_balance && <Money value={customer.opening_balance} />}</Fact>
        <Fact label={t`Billing address`}>
          {hasAddress(customer.billing_address) && <AddressLines address={customer.billing_address} />}
        </Fact>
        <Fact label={t`Shipping address`}>
          {hasAddress(customer.shipping_address) && <AddressLines address={customer.shipping_address} />}
        </Fact>
        <Fact label={t`Notes`}>
          {customer.notes && <span style={{ whiteSpace: 'pre-wrap' }}>{customer.notes}</span>}
        </Fact>
      </Facts>
    </Panel>
  );
}

const hasAddress = (address: Customer['billing_address']) => Object.values(address).some(Boolean);
