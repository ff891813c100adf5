const plain = (text: string) => text.replace(/[^\da-z/]/gi, '').toUpperCase();

/** "DE89370400440532013000" as "DE89 3704 0044 0532 0130 00"; an American number stays as it is. */
export function groupAccount(text: string): string {
  const account = plain(text).slice(0, 34);
  return /^[A-Z]/.test(account) ? account.replace(/(.{4})(?=.)/g, '$1 ') : account;
}

/** Whether it looks like an IBAN, or like a routing number and an account number with a slash between. */
export function isAccount(text: string): boolean {
  const account = plain(text);
  return /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(account) || /^\d{9}\/\d{4,17}$/.test(account);
}
