import { Fragment, type ReactNode } from 'react';
import classes from './facts.module.css';

/** Short facts as term and value; what is null is left out. */
export function Facts({ facts }: { facts: ([ReactNode, ReactNode] | null)[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => fact !== null)
        .map(([term, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of facts is fixed
          <Fragment key={index}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
