import type { I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { DirectionProvider, type MantineColorSchemeManager, MantineProvider, useDirection } from '@mantine/core';
import { directionOf } from '@portico/i18n';
import { type ReactNode, useEffect, useMemo } from 'react';
import { type Density, porticoTheme, porticoVariables } from './theme';

interface UiProviderProps {
  i18n: I18n;
  accent: string;
  density: Density;
  /** The page's CSP nonce, for the style elements Mantine writes. */
  nonce?: string | null;
  colorSchemeManager?: MantineColorSchemeManager;
  children: ReactNode;
}

/** Language, direction, brand and colour scheme (the system's) for everything below. */
export function UiProvider({ i18n, accent, density, nonce, colorSchemeManager, children }: UiProviderProps) {
  const theme = useMemo(() => porticoTheme(accent, density), [accent, density]);
  return (
    <I18nProvider i18n={i18n}>
      <DirectionProvider initialDirection={directionOf(i18n.locale)} detectDirection={false}>
        <FollowLanguage i18n={i18n} />
        <MantineProvider
          theme={theme}
          cssVariablesResolver={porticoVariables}
          defaultColorScheme="auto"
          colorSchemeManager={colorSchemeManager ?? systemScheme}
          getStyleNonce={nonce ? () => nonce : undefined}
        >
          {children}
        </MantineProvider>
      </DirectionProvider>
    </I18nProvider>
  );
}

function FollowLanguage({ i18n }: { i18n: I18n }) {
  const { setDirection } = useDirection();
  useEffect(() => {
    const follow = () => setDirection(directionOf(i18n.locale));
    follow();
    return i18n.on('change', follow);
  }, [i18n, setDirection]);
  return null;
}

/** Nothing is stored: the scheme is the system's. */
const systemScheme: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
