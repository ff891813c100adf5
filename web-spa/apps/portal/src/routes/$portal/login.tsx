import { restorePortalSession } from '@portico/api/portal';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { safeNext } from '../../app/safe-next';
import { SignIn } from '../../features/sign-in/sign-in';

const REASONS = ['expired', 'signed_out', 'reset'] as const;
type Reason = (typeof REASONS)[number];

interface Search {
  next?: string;
  reason?: Reason;
  email?: string;
}

export const Route = createFileRoute('/$portal/login')({
  validateSearch: (search: Record<string, unknown>): Search => ({
    next: typeof search.next === 'string' ? search.next : undefined,
    reason: REASONS.find((reason) => reason === search.reason),
    email: typeof search.email === 'string' ? search.email : undefined,
  }),
  beforeLoad: async ({ params, search }) => {
    // After signing out the cookie is gone; asking again would only cost a request.
    if (search.reason) return;
    const session = await restorePortalSession().catch(() => null);
    // A mail may have brought somebody else than is signed in here.
    const same = !search.email || search.email.toLowerCase() === session?.person.email.toLowerCase();
    if (session && same) throw redirect({ href: safeNext(search.next, params.portal) ?? `/${params.portal}` });
  },
  component: SignInRoute,
});

function SignInRoute() {
  return <SignIn {...Route.useSearch()} />;
}
