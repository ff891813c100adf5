import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@portico/ui/styles.css';
import '@portico/ui/print.css';
import './shell/office.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { boot } from './app/boot';
import { applyLanguage, chosenLanguage } from './app/language';
import { createQueryClient } from './app/query-client';
import { createRouter } from './app/router';

// Dialogs lock scrolling with a style element of their own; this is where its library looks for the nonce.
Reflect.set(globalThis, '__webpack_nonce__', boot.csp_nonce);

const client = createQueryClient();
const router = createRouter(client);
const root = document.getElementById('root');

await applyLanguage(chosenLanguage(boot.language));
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App router={router} client={client} />
    </StrictMode>,
  );
}
