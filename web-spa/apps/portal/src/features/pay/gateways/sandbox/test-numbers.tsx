import type { ReactNode } from 'react';
import classes from './sandbox.module.css';

interface TestNumbersProps {
  title: ReactNode;
  /** Each with what it does. */
  numbers: readonly (readonly [number: string, effect: string])[];
  /** How a number is written for people. */
  group: (number: string) => string;
  onPick: (number: string) => void;
}

/** The numbers the sandbox knows; a click fills one in. */
export function TestNumbers({ title, numbers, group, onPick }: TestNumbersProps) {
  return (
    <details className={classes.cards}>
      <summary>{title}</summary>
      <ul>
        {numbers.map(([number, effect]) => (
          <li key={number}>
            <button type="button" onClick={() => onPick(group(number))} aria-label={`${effect}: ${number}`}>
              <bdi dir="ltr">{group(number)}</bdi>
              <span>{effect}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
