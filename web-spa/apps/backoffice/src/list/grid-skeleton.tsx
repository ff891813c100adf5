import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import classes from './data-grid.module.css';
import { useDelayed } from './use-delayed';

/** Looks like the table that is about to come, and comes only when it takes longer than a blink. */
export function GridSkeleton({ columns, rows = 8 }: { columns: number; rows?: number }) {
  const { t } = useLingui();
  if (!useDelayed(true)) {
    return <div aria-busy="true" style={{ minHeight: 320 }} />;
  }
  return (
    <div className={classes.scroll} aria-busy="true" role="status" aria-label={t`Loading`}>
      <table className={classes.table}>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <tr key={row}>
              {Array.from({ length: columns }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
                <td key={column}>
                  <Skeleton height={10} width={`${40 + ((row * 7 + column * 13) % 45)}%`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
