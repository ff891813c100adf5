import { t } from '@lingui/core/macro';
import type { ApprovePortalSignUp, PortalSignUp } from '@portico/api/office';
import { z } from 'zod';

export const letInSchema = z
  .object({ where: z.enum(['new', 'existing']), customer_id: z.string() })
  .refine(({ where, customer_id }) => where === 'new' || customer_id !== '', {
    path: ['customer_id'],
    error: () => t`Please fill this in`,
  });

export type LetInValues = z.infer<typeof letInSchema>;

/** What the form means, as the contract has it. */
export function letInInput({ where, customer_id }: LetInValues): ApprovePortalSignUp {
  return where === 'existing' ? { customer_id } : {};
}

/** What the server calls a customer that is made of the request. */
export function newCustomerName({ company_name, first_name, last_name }: PortalSignUp): string {
  return company_name ?? `${first_name} ${last_name}`;
}
