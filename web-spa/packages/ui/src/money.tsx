import { type MoneyValue, useFormat } from '@portico/i18n';
import classes from './numbers.module.css';

/** An amount: tabular digits, kept whole, in the reader's language. */
export function Money({ value }: { value: MoneyValue }) {
  return <bdi className={classes.number}>{useFormat().money(value)}</bdi>;
}
