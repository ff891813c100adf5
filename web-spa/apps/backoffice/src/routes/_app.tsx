import { restoreOfficeSession } from '@portico/api/office';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignedIn } from '../shell/signed-in';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const session = await restoreOfficeSession();
    if (!session) {
      const to = location.href.replace(/^\/office/, '');
      throw redirect({ to: '/sign-in', search: to === '/' || to === '' ? {} : { to } });
    }
  },
  component: SignedIn,
});
