import { useLingui } from '@lingui/react/macro';

/** The importable fields in words; one this version does not know is shown by its name. */
export function useFieldNames(): (field: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    kind: t`Kind of customer`,
    display_name: t`Display name`,
    company_name: t`Legal name`,
    email: t`E-mail`,
    first_name: t`First name`,
    last_name: t`Last name`,
    phone: t`Phone`,
    currency: t`Currency`,
    payment_terms_days: t`Payment terms (days)`,
    language: t`Language`,
    tax_treatment: t`Tax treatment`,
    tax_id: t`Tax number`,
    notes: t`Notes`,
    attention: t`Attention`,
    street: t`Street`,
    street2: t`Address line 2`,
    city: t`City`,
    state: t`State or region`,
    zip: t`Postal code`,
    country: t`Country`,
  };
  return (field) => {
    const [, where, part] = /^(billing|shipping)_(?:address[._])?(.+)$/.exec(field) ?? [];
    if (where && part) {
      const address = where === 'billing' ? t`Billing address` : t`Shipping address`;
      return `${address}: ${names[part] ?? part}`;
    }
    return names[field] ?? field.replace(/_/g, ' ');
  };
}
