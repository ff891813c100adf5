import {
  listTaxAuthoritiesOptions,
  listTaxExemptionsOptions,
  listTaxesOptions,
  listTaxGroupsOptions,
} from '@portico/api/office/query';

const query = { limit: 200 };

export const taxesQuery = () => listTaxesOptions({ query });
export const taxGroupsQuery = () => listTaxGroupsOptions({ query });
export const authoritiesQuery = () => listTaxAuthoritiesOptions({ query });
export const exemptionsQuery = () => listTaxExemptionsOptions({ query });
