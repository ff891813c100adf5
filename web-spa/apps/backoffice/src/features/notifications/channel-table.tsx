import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import classes from './channel-table.module.css';
import { kindName } from './kind-name';

export type Channel = 'in_app' | 'by_email';

export interface ChannelRow {
  kind: string;
  in_app: boolean;
  by_email: boolean;
}

interface ChannelTableProps<Row extends ChannelRow> {
  label: string;
  rows: readonly Row[];
  /** Whether this channel can be chosen for this kind. */
  offered: (row: Row, channel: Channel) => boolean;
  onChange: (change: { kind: string; in_app?: boolean; by_email?: boolean }) => void;
}

/** Kinds of events, and by which way each is told. */
export function ChannelTable<Row extends ChannelRow>({ label, rows, offered, onChange }: ChannelTableProps<Row>) {
  const { t } = useLingui();
  const channels: { channel: Channel; name: string }[] = [
    { channel: 'in_app', name: t`Here` },
    { channel: 'by_email', name: t`By e-mail` },
  ];
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Event</Trans>
          </th>
          {channels.map(({ channel, name }) => (
            <th key={channel} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{kindName(row.kind)}</th>
            {channels.map(({ channel, name }) => (
              <td key={channel}>
                <Checkbox
                  aria-label={`${kindName(row.kind)}: ${name}`}
                  checked={row[channel] && offered(row, channel)}
                  disabled={!offered(row, channel)}
                  onChange={(event) => onChange({ kind: row.kind, [channel]: event.currentTarget.checked })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
