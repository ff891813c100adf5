import { restorePortalSession } from '@portico/api/portal';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { applyLanguage, laterTexts } from '../../app/language';
import { safeNext } from '../../app/safe-next';
import { AuthenticatorRequired } from '../../features/authenticator/authenticator-required';

export const Route = createFileRoute('/$portal/authenticator')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({
    next: typeof search.next === 'string' ? search.next : undefined,
  }),
  beforeLoad: async ({ params, search }) => {
    const session = await restorePortalSession();
    if (!session) throw redirect({ to: '/$portal/login', params, search: { next: search.next } });
    if (!session.mfa_setup_required) {
      throw redirect({ href: safeNext(search.next, params.portal) ?? `/${params.portal}` });
    }
    await applyLanguage(session.language);
    await laterTexts();
  },
  component: AuthenticatorRoute,
});

function AuthenticatorRoute() {
  return <AuthenticatorRequired {...Route.useSearch()} />;
}
