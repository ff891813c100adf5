import { createFileRoute, useRouter } from '@tanstack/react-router';
import { safeReturn } from '../app/session';
import { SignIn } from '../features/auth/sign-in';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { to?: string; reset?: true } => {
    const to = safeReturn(search.to);
    return { ...(to ? { to } : {}), ...(search.reset === true ? { reset: true } : {}) };
  },
  component: function SignInPage() {
    const router = useRouter();
    const { to, reset } = Route.useSearch();
    return <SignIn reset={reset} onDone={() => router.history.push(`/office${to ?? '/'}`)} />;
  },
});
