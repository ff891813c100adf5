import { describe, expect, it } from 'vitest';
import { contrast, mix, readableOn } from './contrast';
import { accentSteps, porticoTheme, porticoVariables } from './theme';

describe('colours', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  it('moves a colour only as far as needed', () => {
    expect(readableOn('#0b7285', ['#ffffff'], '#000000')).toBe('#0b7285');
    expect(contrast(readableOn('#ffd43b', ['#ffffff'], '#000000'), '#ffffff')).toBeGreaterThanOrEqual(4.6);
  });

  it.each(['#0b7285', '#ffd43b', '#1a1a2e', '#ffffff', '#000000', '#e03131', '#12b886'])(
    'keeps links and tinted buttons readable with the accent %s',
    (accent) => {
      const theme = { colors: { accent: accentSteps(accent) } } as unknown as Parameters<typeof porticoVariables>[0];
      const { light, dark } = porticoVariables(theme);
      for (const [scheme, grounds] of [
        [light, ['#f5f6f8', '#ffffff']],
        [dark, ['#0f1113', '#181b1f']],
      ] as const) {
        const text = scheme['--portico-accent-text'] ?? '';
        for (const ground of [...grounds, scheme['--portico-accent-tint'] ?? '']) {
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it('falls back to our own accent when a portal sends nonsense', () => {
    expect(porticoTheme('red', 'comfortable').colors?.accent?.[6]).toBe('#0b7285');
  });
});
