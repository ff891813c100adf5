import type { Column } from './columns';
import classes from './data-cards.module.css';
import type { DataGridProps } from './data-grid';

/** A list on a phone: title and amount on the first line, the rest beneath. */
export function DataCards<Row>({ label, columns, rows, rowId, onOpen, muted, stale }: DataGridProps<Row>) {
  const at = (place: Column<Row>['phone']) => columns.filter((column) => column.phone === place);
  const meta = at('meta');
  const status = at('status');
  return (
    <ul className={classes.list} aria-label={label} data-stale={stale || undefined}>
      {rows.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the card's link serves the keyboard
        <li
          key={rowId(row)}
          className={classes.card}
          data-muted={muted?.(row) || undefined}
          onClick={(event) => {
            if (onOpen && !(event.target as HTMLElement).closest('a, button, input')) {
              onOpen(row);
            }
          }}
        >
          <div className={classes.line}>
            <div className={classes.title}>
              {at('title').map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </div>
            <div className={classes.aside}>
              {at('aside').map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </div>
          </div>
          {(meta.length > 0 || status.length > 0) && (
            <div className={classes.line}>
              <div className={classes.meta}>
                {meta.map((column) => (
                  <span key={column.id}>{column.cell(row)}</span>
                ))}
              </div>
              <div>
                {status.map((column) => (
                  <span key={column.id}>{column.cell(row)}</span>
                ))}
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
