import { officeSession, restoreOfficeSession } from '@portico/api/office';
import { createFileRoute, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { safeReturn, useSession } from '../app/session';
import { AuthenticatorRequired } from '../features/account/authenticator-required';

export const Route = createFileRoute('/authenticator')({
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = safeReturn(search.to);
    return to ? { to } : {};
  },
  beforeLoad: async ({ search }) => {
    const session = await restoreOfficeSession();
    if (!session) throw redirect({ to: '/sign-in', search });
    if (!session.mfa_setup_required) throw redirect({ href: search.to ?? '/' });
  },
  component: function AuthenticatorPage() {
    const router = useRouter();
    const navigate = useNavigate();
    const me = useSession();
    const { to } = Route.useSearch();
    useEffect(
      () => officeSession.onEnd(() => void navigate({ to: '/sign-in', search: to ? { to } : {} })),
      [navigate, to],
    );
    return me && <AuthenticatorRequired me={me} onDone={() => router.history.push(`/office${to ?? '/'}`)} />;
  },
});
