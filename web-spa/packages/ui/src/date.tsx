import { useFormat } from '@portico/i18n';
import classes from './numbers.module.css';

/** A calendar day (`2026-11-21`). */
export function Day({ value, long = false }: { value: string; long?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={value} className={classes.number}>
      {long ? format.dayLong(value) : format.day(value)}
    </time>
  );
}

/** A moment (RFC 3339), in the reader's time zone. */
export function Instant({ value }: { value: string }) {
  return (
    <time dateTime={value} className={classes.number}>
      {useFormat().instant(value)}
    </time>
  );
}
