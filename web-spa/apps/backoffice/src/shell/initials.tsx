import classes from './initials.module.css';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => Array.from(part)[0]?.toLocaleUpperCase() ?? '')
    .join('');

/** A decoration beside a name; drawn by CSS, so that nobody has to hear it. */
export function Initials({ name, size = 24, round = false }: { name: string; size?: number; round?: boolean }) {
  return (
    <span
      className={classes.initials}
      data-initials={initialsOf(name)}
      style={{ width: size, height: size, fontSize: size * 0.42, borderRadius: round ? '50%' : 4 }}
    />
  );
}
