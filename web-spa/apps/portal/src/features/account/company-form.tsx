import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { ifMatch } from '@portico/api/client';
import { getPortalCompany, type PortalCompany, updatePortalCompany } from '@portico/api/portal';
import { fieldErrors, Panel } from '@portico/ui';
import { AddressFieldset, type AddressValues, readAddress } from './address-fieldset';
import { companyOptions } from './details-options';
import { SavedNote } from './saved-note';
import { orNull, type TextFieldSpec, TextFields } from './text-fields';
import { useDetailsForm } from './use-details-form';

type Name = 'company_name' | 'company_phone' | 'website';

interface Values {
  texts: Record<Name, string>;
  billing: AddressValues;
  shipping: AddressValues;
}

const read = (company: PortalCompany): Values => ({
  texts: {
    company_name: company.company_name ?? '',
    company_phone: company.company_phone ?? '',
    website: company.website ?? '',
  },
  billing: readAddress(company.billing_address),
  shipping: readAddress(company.shipping_address),
});

async function send(version: number, { texts, billing, shipping }: Values): Promise<PortalCompany> {
  const body = { ...orNull(texts), billing_address: orNull(billing), shipping_address: orNull(shipping) };
  return (await updatePortalCompany({ headers: ifMatch(version), body, throwOnError: true })).data;
}

/** The company's own details; invoices that were issued keep the address they were issued to. */
export function CompanyForm({ company }: { company: PortalCompany }) {
  const { t } = useLingui();
  const { queryKey } = companyOptions();
  const load = async () => (await getPortalCompany({ throwOnError: true })).data;
  const form = useDetailsForm({ loaded: company, queryKey, read, send, load });
  const { texts, billing, shipping } = form.values;
  const errors = fieldErrors(form.error);
  const fields: TextFieldSpec<Name>[] = [
    { name: 'company_name', label: t`Legal name`, max: 200, autoComplete: 'organization' },
    { name: 'company_phone', label: t`Phone`, max: 50, autoComplete: 'work tel', type: 'tel' },
    { name: 'website', label: t`Website`, max: 255, autoComplete: 'url', type: 'url' },
  ];
  return (
    <Panel title={<bdi>{company.display_name}</bdi>}>
      <form onSubmit={form.submit} noValidate>
        <Stack gap="md">
          <TextFields
            fields={fields}
            values={texts}
            errors={errors}
            onChange={(name, value) => form.change({ texts: { ...texts, [name]: value } })}
          />
          <AddressFieldset
            title={<Trans>Billing address</Trans>}
            kind="billing"
            values={billing}
            errors={errors}
            onChange={(address) => form.change({ billing: address })}
          />
          <AddressFieldset
            title={<Trans>Shipping address</Trans>}
            kind="shipping"
            values={shipping}
            errors={errors}
            onChange={(address) => form.change({ shipping: address })}
          />
          <SavedNote saved={form.saved} error={form.error} onReload={form.reload} />
          <Button type="submit" loading={form.sending}>
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
