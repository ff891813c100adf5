import { restorePortalSession } from '@portico/api/portal';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { applyLanguage } from '../../app/language';
import { homeOptions } from '../../features/home/home.query';
import { Shell } from '../../features/shell/shell';
import { ShellSkeleton } from '../../features/shell/shell.skeleton';

export const Route = createFileRoute('/$portal/_signed')({
  beforeLoad: async ({ params, location }) => {
    const session = await restorePortalSession();
    if (!session) {
      const home = location.pathname.replace(/\/$/, '') === `/${params.portal}`;
      throw redirect({
        to: '/$portal/login',
        params: { portal: params.portal },
        search: home && !location.searchStr ? {} : { next: location.href },
      });
    }
    await applyLanguage(session.language);
    if (session.password_change_required) throw redirect({ to: '/$portal/choose-password', params });
    if (session.mfa_setup_required) {
      throw redirect({ to: '/$portal/authenticator', params, search: { next: location.href } });
    }
  },
  loader: ({ context }) => {
    // The bars show only modules with content, and home says which; nobody waits for it.
    void context.queryClient.prefetchQuery(homeOptions());
  },
  pendingComponent: ShellSkeleton,
  component: Shell,
});
