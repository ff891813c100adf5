import { Trans } from '@lingui/react/macro';
import { Money } from '@portico/ui';
import type { ReactNode } from 'react';
import type { Change } from './changes';
import { fieldName } from './field-name';
import classes from './timeline.module.css';

/** Field by field, what it was and what it is now. */
export function ChangeList({ changes }: { changes: Change[] }) {
  if (changes.length === 0) {
    return null;
  }
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={classes.field}>{fieldName(field)}</span> <Value of={before} />{' '}
          <span aria-hidden="true" className={classes.arrow}>
            →
          </span>{' '}
          <Value of={after} />
        </li>
      ))}
    </ul>
  );
}

function Value({ of: value }: { of: unknown }): ReactNode {
  if (value === null || value === undefined || value === '') {
    return <Trans>(empty)</Trans>;
  }
  if (typeof value === 'boolean') {
    return value ? <Trans>yes</Trans> : <Trans>no</Trans>;
  }
  if (typeof value === 'object') {
    const [amount, currency] = [Reflect.get(value, 'amount'), Reflect.get(value, 'currency')] as unknown[];
    if (typeof amount === 'number' && typeof currency === 'string') {
      return <Money value={{ amount, currency }} />;
    }
    return Array.isArray(value) ? <Trans>{value.length} entries</Trans> : <Trans>changed</Trans>;
  }
  return <bdi>{String(value)}</bdi>;
}
