import type { BankAccount, BankAccountInput } from '@portico/api/office';
import { z } from 'zod';
import { optionalText, orNull, requiredText } from '../../../form/rules';

/** The server knows which IBANs and BICs are right; here only what fits the fields. */
export const bankAccountSchema = z.object({
  currency: z.string(),
  holder: requiredText(70),
  iban: optionalText(50),
  bic: optionalText(20),
  account_number: optionalText(34),
  routing_number: optionalText(34),
  bank_name: requiredText(100),
  note: optionalText(500),
});

type BankAccountValues = z.infer<typeof bankAccountSchema>;

export function bankAccountValues(account: BankAccount | null): BankAccountValues {
  return {
    currency: account?.currency ?? '',
    holder: account?.holder ?? '',
    iban: grouped(account?.iban ?? ''),
    bic: account?.bic ?? '',
    account_number: account?.account_number ?? '',
    routing_number: account?.routing_number ?? '',
    bank_name: account?.bank_name ?? '',
    note: account?.note ?? '',
  };
}

export function bankAccountInput(values: BankAccountValues): BankAccountInput {
  return {
    currency: orNull(values.currency),
    holder: values.holder,
    iban: orNull(values.iban),
    bic: orNull(values.bic),
    account_number: orNull(values.account_number),
    routing_number: orNull(values.routing_number),
    bank_name: values.bank_name,
    note: orNull(values.note),
  };
}

/** As people read an IBAN. */
export const grouped = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ');
