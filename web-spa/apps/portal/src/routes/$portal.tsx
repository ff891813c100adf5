import { choosePortal } from '@portico/api/portal';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { setAccent } from '../app/branding';
import { applyLanguage } from '../app/language';
import { PortalProblem } from '../features/doorway/portal-problem';
import { portalOptions } from '../features/shell/portal.query';
import { ShellSkeleton } from '../features/shell/shell.skeleton';

export const Route = createFileRoute('/$portal')({
  beforeLoad: async ({ context, params }) => {
    const portal = await context.queryClient.ensureQueryData(portalOptions(params.portal));
    choosePortal(portal.name);
    setAccent(portal.accent_colour);
    await applyLanguage(portal.language);
  },
  loader: ({ context, params }) => context.queryClient.ensureQueryData(portalOptions(params.portal)),
  pendingComponent: ShellSkeleton,
  errorComponent: PortalProblem,
  component: Outlet,
});
