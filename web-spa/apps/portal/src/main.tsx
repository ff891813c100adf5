import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { boot } from './app/boot';
import { applyLanguage } from './app/language';
import { createAppRouter, createQueryClient } from './app/router';

const root = document.getElementById('root');
if (root) {
  // Dialogs lock scrolling with a style element of their own; this is where its library looks for the nonce.
  Reflect.set(globalThis, '__webpack_nonce__', boot.csp_nonce);
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  await applyLanguage(boot.language);
  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} router={router} />
    </StrictMode>,
  );
}
