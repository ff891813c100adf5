import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { localStorageColorSchemeManager, MantineThemeProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { DEFAULT_ACCENT, UiProvider } from '@portico/ui';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ShortcutProvider } from '../shell/shortcuts';
import { boot } from './boot';
import { officeTheme } from './theme';

const schemes = localStorageColorSchemeManager({ key: 'portico:scheme' });

function Calendars({ children }: { children: ReactNode }) {
  const { i18n: current } = useLingui();
  return <DatesProvider settings={{ locale: current.locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}

/** Everything the pages stand on. */
export function App({ router, client }: { router: AnyRouter; client: QueryClient }) {
  return (
    <UiProvider
      i18n={i18n}
      accent={DEFAULT_ACCENT}
      density="compact"
      nonce={boot.csp_nonce}
      colorSchemeManager={schemes}
    >
      <MantineThemeProvider theme={officeTheme}>
        <Calendars>
          <QueryClientProvider client={client}>
            <ShortcutProvider>
              <RouterProvider router={router} />
              <Notifications position="top-center" />
            </ShortcutProvider>
          </QueryClientProvider>
        </Calendars>
      </MantineThemeProvider>
    </UiProvider>
  );
}
