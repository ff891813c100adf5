import { Trans, useLingui } from '@lingui/react/macro';
import { groupNumber } from './card';
import classes from './sandbox.module.css';

/** The numbers the sandbox knows, each with what it does; a click fills it in. */
export function TestCards({ onPick }: { onPick: (number: string) => void }) {
  const { t } = useLingui();
  const cards = [
    ['4242424242424242', t`Succeeds`],
    ['4000000000000002', t`Declined`],
    ['4000000000009995', t`Not enough funds`],
    ['4000000000000069', t`Expired card`],
    ['4000000000000101', t`Address cannot be verified`],
    ['4100000000000019', t`Stopped by the fraud filter`],
  ] as const;
  return (
    <details className={classes.cards}>
      <summary>
        <Trans>Test card numbers</Trans>
      </summary>
      <ul>
        {cards.map(([number, effect]) => (
          <li key={number}>
            <button type="button" onClick={() => onPick(groupNumber(number))} aria-label={`${effect}: ${number}`}>
              <bdi dir="ltr">{groupNumber(number)}</bdi>
              <span>{effect}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
