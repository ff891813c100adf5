import { restoreOfficeSession } from '@portico/api/office';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignedIn } from '../shell/signed-in';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const session = await restoreOfficeSession();
    const to = location.href.replace(/^\/office/, '');
    const search = to === '/' || to === '' ? {} : { to };
    if (!session) throw redirect({ to: '/sign-in', search });
    if (session.mfa_setup_required) throw redirect({ to: '/authenticator', search });
  },
  component: SignedIn,
});
