import { t } from '@lingui/core/macro';
import { tooManyDecimals } from '@portico/i18n';
import { decimalsText } from '@portico/ui';
import { z } from 'zod';

/** The limits of the contract, said in words a person understands. Form values are strings; "" means nothing. */

const tooLong = (max: number) => ({ error: () => t`At most ${max} characters` });

export const optionalText = (max: number) => z.string().trim().max(max, tooLong(max));

export const requiredText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: () => t`Please fill this in` })
    .max(max, tooLong(max));

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const requiredMail = () => requiredText(100).regex(MAIL, { error: () => t`This is not an e-mail address` });

export const optionalMail = () =>
  optionalText(100).refine((value) => value === '' || MAIL.test(value), {
    error: () => t`This is not an e-mail address`,
  });

const DECIMAL = /^-?\d+(\.\d+)?$/;

export const requiredDecimal = () =>
  z
    .string()
    .min(1, { error: () => t`Please fill this in` })
    .regex(DECIMAL, { error: () => t`This is not a number` });

export const optionalDecimal = () =>
  z.string().refine((value) => value === '' || DECIMAL.test(value), { error: () => t`This is not a number` });

const fine = (currency: string) => (value: string) => !tooManyDecimals(value, currency);
const tooFine = (currency: string) => ({ error: () => decimalsText(currency) });

/** An amount of money has no more decimals than its currency. */
export const requiredAmount = (currency: string) => requiredDecimal().refine(fine(currency), tooFine(currency));
export const optionalAmount = (currency: string) => optionalDecimal().refine(fine(currency), tooFine(currency));

/** The same where the currency is chosen in the form itself. */
export function checkAmount(context: z.RefinementCtx, path: string[], value: string, currency: string): void {
  for (const { message } of optionalAmount(currency).safeParse(value).error?.issues ?? []) {
    context.addIssue({ code: 'custom', path, message });
  }
}

export const requiredDate = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: () => t`Please choose a date` });

export const wholeNumber = (min: number, max: number) =>
  z.string().refine((value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max, {
    error: () => t`A whole number from ${min} to ${max}`,
  });

export const newPassword = () =>
  z
    .string()
    .min(8, { error: () => t`At least 8 characters` })
    .max(128, tooLong(128));

/** The same where it may be left out. */
export const optionalNewPassword = () =>
  z
    .string()
    .max(128, tooLong(128))
    .refine((value) => value === '' || value.length >= 8, { error: () => t`At least 8 characters` });

/** What the contract calls null is an empty input here. */
export const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
export const orAbsent = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
