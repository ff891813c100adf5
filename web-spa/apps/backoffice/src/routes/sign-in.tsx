import { createFileRoute, useRouter } from '@tanstack/react-router';
import { safeReturn } from '../app/session';
import { SignIn } from '../features/auth/sign-in';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = safeReturn(search.to);
    return to ? { to } : {};
  },
  component: function SignInPage() {
    const router = useRouter();
    const { to } = Route.useSearch();
    return <SignIn onDone={() => router.history.push(`/office${to ?? '/'}`)} />;
  },
});
