import { Trans } from '@lingui/react/macro';
import type { PortalCompany } from '@portico/api/portal';
import { AddressLines, Panel } from '@portico/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Facts } from '../document/facts';
import { AccountPage } from './account-page';
import { CompanyForm } from './company-form';
import { companyOptions } from './details-options';
import { ReadOnlyNote } from './read-only-note';

/** The company one acts for. */
export function Company() {
  const { data: company } = useSuspenseQuery(companyOptions());
  return (
    <AccountPage>
      {company.allowed_actions.includes('edit') ? (
        <CompanyForm company={company} />
      ) : (
        <CompanyDetails company={company} />
      )}
      {company.tax_id ? (
        <Panel title={<Trans>Taxes</Trans>}>
          <Facts facts={[[<Trans key="n">Tax number</Trans>, <bdi key="v">{company.tax_id}</bdi>]]} />
          <ReadOnlyNote />
        </Panel>
      ) : null}
    </AccountPage>
  );
}

function CompanyDetails({ company }: { company: PortalCompany }) {
  const { display_name, company_name, company_phone, website, billing_address, shipping_address } = company;
  return (
    <Panel title={<bdi>{display_name}</bdi>}>
      <Facts
        facts={[
          company_name ? [<Trans key="n">Legal name</Trans>, <bdi key="v">{company_name}</bdi>] : null,
          company_phone ? [<Trans key="n">Phone</Trans>, <bdi key="v">{company_phone}</bdi>] : null,
          website ? [<Trans key="n">Website</Trans>, <bdi key="v">{website}</bdi>] : null,
          [<Trans key="n">Billing address</Trans>, <AddressLines key="v" address={billing_address} />],
          [<Trans key="n">Shipping address</Trans>, <AddressLines key="v" address={shipping_address} />],
        ]}
      />
      <ReadOnlyNote />
    </Panel>
  );
}
