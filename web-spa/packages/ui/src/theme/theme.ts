import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { contrast, mix, parseHex, readableOn } from './contrast';

export const DEFAULT_ACCENT = '#0b7285';

/** The grounds text stands on: page and card, light and dark. They equal the tokens in styles.css. */
const LIGHT = { canvas: '#f5f6f8', surface: '#ffffff' };
const DARK = { canvas: '#0f1113', surface: '#181b1f' };

const TINTS = [0.93, 0.84, 0.7, 0.54, 0.36, 0.18];
const SHADES = [0.12, 0.24, 0.38];

/** Ten steps with the accent itself at 6, so that one primary shade serves both schemes. */
export function accentSteps(accent: string): MantineColorsTuple {
  const steps = [
    ...TINTS.map((share) => mix(accent, '#ffffff', share)),
    accent,
    ...SHADES.map((share) => mix(accent, '#000000', share)),
  ];
  return steps as unknown as MantineColorsTuple;
}

const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", Arial, sans-serif';

/** `compact` is the back office (13–14 px); the portal's 16 px keeps phones from zooming into fields. */
export type Density = 'comfortable' | 'compact';

export function porticoTheme(accent: string, density: Density): MantineThemeOverride {
  const compact = density === 'compact';
  return createTheme({
    primaryColor: 'accent',
    primaryShade: 6,
    autoContrast: true,
    luminanceThreshold: 0.179,
    colors: {
      accent: accentSteps(parseHex(accent) ? accent : DEFAULT_ACCENT),
      // Dark enough for white words on it.
      red: accentSteps('#c0271d'),
      dark: [
        '#eceef1',
        '#c9ced4',
        '#a3acb6',
        '#79828c',
        '#4a525b',
        '#30363d',
        '#22272d',
        DARK.surface,
        '#131619',
        '#0b0d0e',
      ],
    },
    fontFamily: FONTS,
    fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace',
    headings: { fontFamily: FONTS, fontWeight: '650', textWrap: 'balance' },
    fontSizes: compact
      ? { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' }
      : { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Modal: {
        defaultProps: {
          centered: true,
          transitionProps: { duration: 120 },
          // A dialog's head is no second banner of the page.
          attributes: { header: { role: 'none' } },
        },
      },
      Button: { defaultProps: compact ? { size: 'xs' } : { size: 'md' } },
      ...Object.fromEntries(
        ['TextInput', 'PasswordInput', 'Select', 'Textarea', 'NumberInput', 'NativeSelect'].map((name) => [
          name,
          { defaultProps: { size: compact ? 'sm' : 'md' } },
        ]),
      ),
    },
  });
}

/** What Mantine's own derivation gets wrong for contrast: links, tinted buttons, dimmed text, errors. */
export const porticoVariables: CSSVariablesResolver = (theme) => {
  const accent = theme.colors.accent?.[6] ?? DEFAULT_ACCENT;
  const lightTint = mix(accent, LIGHT.surface, 0.9);
  const onLight = readableOn(accent, [LIGHT.canvas, LIGHT.surface, lightTint], '#000000');
  const darkTint = mix(readableOn(accent, [DARK.surface], '#ffffff'), DARK.surface, 0.82);
  const onDark = readableOn(accent, [DARK.canvas, DARK.surface, darkTint], '#ffffff');
  // A filled button must still be seen against the card it lies on.
  const edge = contrast(accent, DARK.surface) < 3 ? readableOn(accent, [DARK.surface], '#ffffff', 3) : 'transparent';
  return {
    variables: {},
    light: {
      '--mantine-color-body': LIGHT.surface,
      '--mantine-color-text': '#15191e',
      '--mantine-color-dimmed': '#5a636d',
      '--mantine-color-placeholder': '#6b7480',
      '--mantine-color-error': '#b3261e',
      '--mantine-color-anchor': onLight,
      '--mantine-color-accent-light': lightTint,
      '--mantine-color-accent-light-hover': mix(accent, LIGHT.surface, 0.84),
      '--mantine-color-accent-light-color': onLight,
      '--mantine-color-accent-outline': onLight,
      '--mantine-color-red-light-color': '#9c2318',
      '--mantine-color-default-border': '#ccd2d9',
      '--portico-accent-text': onLight,
      '--portico-accent-tint': lightTint,
      '--portico-accent-edge': 'transparent',
    },
    dark: {
      '--mantine-color-body': DARK.surface,
      '--mantine-color-text': '#eceef1',
      '--mantine-color-dimmed': '#a3acb6',
      '--mantine-color-placeholder': '#8a939d',
      '--mantine-color-error': '#ff9e94',
      '--mantine-color-anchor': onDark,
      '--mantine-color-accent-light': darkTint,
      '--mantine-color-accent-light-hover': mix(onDark, DARK.surface, 0.76),
      '--mantine-color-accent-light-color': onDark,
      '--mantine-color-accent-outline': onDark,
      '--mantine-color-red-light-color': '#ff9e94',
      '--mantine-color-default-border': '#3a4149',
      '--portico-accent-text': onDark,
      '--portico-accent-tint': darkTint,
      '--portico-accent-edge': edge,
    },
  };
};
