import classes from './numbers.module.css';

/** "INV-000042" keeps its own direction inside Arabic text. */
export function DocumentNumber({ children }: { children: string }) {
  return <bdi className={classes.number}>{children}</bdi>;
}
