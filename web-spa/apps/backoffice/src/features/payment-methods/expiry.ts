import type { CardExpiry } from '@portico/api/office';

/** "08/2031", the last month in which a card is valid. */
export const expiryText = ({ year, month }: CardExpiry): string => `${String(month).padStart(2, '0')}/${year}`;

/** `today` is a calendar day, "2026-11-20". */
export const isExpired = ({ year, month }: CardExpiry, today: string): boolean =>
  `${year}-${String(month).padStart(2, '0')}` < today.slice(0, 7);
