import { useSession } from './session';

const KNOWN = /^[DMY.\-/ ]+$/;

/** The organization's date format in dayjs's letters ("dd.MM.yyyy" and "DD.MM.YYYY" alike). */
export function dayjsFormat(format: string | undefined): string {
  const upper = (format ?? '').toUpperCase();
  return upper !== '' && KNOWN.test(upper) ? upper : 'YYYY-MM-DD';
}

export function useDateFormat(): string {
  return dayjsFormat(useSession()?.organization.date_format);
}

/** Today as a calendar day in the organization's time zone. */
export function todayIn(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}
