import { t } from '@lingui/core/macro';

const NAMES: Record<string, () => string> = {
  display_name: () => t`Name`,
  company_name: () => t`Legal name`,
  company_phone: () => t`Main phone`,
  website: () => t`Website`,
  salutation: () => t`Salutation`,
  first_name: () => t`First name`,
  last_name: () => t`Last name`,
  email: () => t`E-mail`,
  phone: () => t`Phone`,
  designation: () => t`Position`,
  department: () => t`Department`,
  tax_id: () => t`Tax number`,
  currency: () => t`Currency`,
  language: () => t`Language`,
  notes: () => t`Notes`,
  payment_terms_days: () => t`Payment terms (days)`,
  credit_limit: () => t`Credit limit`,
  opening_balance: () => t`Opening balance`,
  portal_modules: () => t`Portal`,
  billing_address: () => t`Billing address`,
  shipping_address: () => t`Shipping address`,
  attention: () => t`Attention`,
  street: () => t`Street`,
  street2: () => t`Address line 2`,
  zip: () => t`Postal code`,
  city: () => t`City`,
  state: () => t`State or region`,
  country: () => t`Country`,
};

/** "billing_address.city" as a person reads it; a field this version does not know is shown by its name. */
export function fieldName(field: string): string {
  return field
    .split('.')
    .map((part) => NAMES[part]?.() ?? part.replaceAll('_', ' '))
    .join(' · ');
}
