import type { Organization, UpdateOrganization } from '@portico/api/office';
import { z } from 'zod';
import { optionalMail, optionalText, orNull, requiredText, wholeNumber } from '../../form/rules';
import { addressInput, addressValues } from '../customers/customer-fields';

export const organizationSchema = z.object({
  name: requiredText(200),
  email: optionalMail(),
  phone: optionalText(50),
  website: optionalText(255),
  tax_registration: optionalText(100),
  address: z.object({
    attention: optionalText(100),
    street: optionalText(500),
    street2: optionalText(255),
    city: optionalText(100),
    state: optionalText(100),
    zip: optionalText(50),
    country: optionalText(2),
  }),
  time_zone: requiredText(100),
  date_format: requiredText(20),
  language: requiredText(10),
  base_currency: requiredText(3),
  fiscal_year_start_month: z.string(),
  payment_terms_days: wholeNumber(0, 3650),
  rounding: z.enum(['line', 'document']),
  round_total: z.boolean(),
  prices_include_tax: z.boolean(),
  allow_partial_payments: z.boolean(),
  payment_instructions: optionalText(5000),
  invoice_notes: optionalText(5000),
  invoice_terms: optionalText(10_000),
});

export type OrganizationValues = z.infer<typeof organizationSchema>;

export function organizationValues(organization: Organization): OrganizationValues {
  return {
    name: organization.name,
    email: organization.email ?? '',
    phone: organization.phone ?? '',
    website: organization.website ?? '',
    tax_registration: organization.tax_registration ?? '',
    address: addressValues(organization.address),
    time_zone: organization.time_zone,
    date_format: organization.date_format,
    language: organization.language,
    base_currency: organization.base_currency,
    fiscal_year_start_month: String(organization.fiscal_year_start_month),
    payment_terms_days: String(organization.payment_terms_days),
    rounding: organization.rounding === 'document' ? 'document' : 'line',
    round_total: organization.round_total,
    prices_include_tax: organization.prices_include_tax,
    allow_partial_payments: organization.allow_partial_payments,
    payment_instructions: organization.payment_instructions ?? '',
    invoice_notes: organization.invoice_notes ?? '',
    invoice_terms: organization.invoice_terms ?? '',
  };
}

export function organizationInput(values: OrganizationValues, before: Organization): UpdateOrganization {
  const { base_currency, ...rest } = values;
  return {
    ...rest,
    // Sent only when it was changed: with documents in it the server refuses a new one.
    ...(base_currency === before.base_currency ? {} : { base_currency }),
    name: values.name.trim(),
    email: orNull(values.email),
    phone: orNull(values.phone),
    website: orNull(values.website),
    tax_registration: orNull(values.tax_registration),
    address: addressInput(values.address),
    fiscal_year_start_month: Number(values.fiscal_year_start_month),
    payment_terms_days: Number(values.payment_terms_days),
    payment_instructions: orNull(values.payment_instructions),
    invoice_notes: orNull(values.invoice_notes),
    invoice_terms: orNull(values.invoice_terms),
  };
}
