import { Trans } from '@lingui/react/macro';
import { contrast } from '@portico/ui';
import classes from './branding.module.css';

const LIGHT = { ground: '#ffffff', text: '#15191e' };
const DARK = { ground: '#181b1f', text: '#eceef1' };
const READABLE = 4.5;

/** The better of white and black on the colour. */
export function textOn(accent: string): string {
  return contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000';
}

/** How the colour looks as a button on a light and on a dark page, and whether it can be read. */
export function AccentPreview({ accent }: { accent: string }) {
  const label = textOn(accent);
  const ratio = contrast(accent, label);
  return (
    <>
      <div className={classes.previews}>
        {[LIGHT, DARK].map(({ ground, text }) => (
          <div key={ground} className={classes.preview} style={{ background: ground, color: text }}>
            <span>
              <Trans>Amount due</Trans>
            </span>
            <span className={classes.bar} style={{ background: accent, color: label }}>
              <Trans>Pay now</Trans>
            </span>
          </div>
        ))}
      </div>
      <div className={classes.ratio} role="status">
        {ratio >= READABLE ? (
          <Trans>Text on this colour is easy to read (contrast {ratio.toFixed(1)} : 1).</Trans>
        ) : (
          <Trans>
            Text on this colour is hard to read (contrast {ratio.toFixed(1)} : 1). Choose a darker or lighter one.
          </Trans>
        )}
      </div>
    </>
  );
}
