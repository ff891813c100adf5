import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../app/language';
import { Invitation } from '../../features/invitation/invitation';
import { invitationOptions } from '../../features/invitation/invitation.query';
import { InvitationProblem } from '../../features/invitation/invitation-problem';
import { ShellSkeleton } from '../../features/shell/shell.skeleton';

export const Route = createFileRoute('/$portal/invitation/$token')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(invitationOptions(params.portal, params.token))),
  pendingComponent: ShellSkeleton,
  errorComponent: InvitationProblem,
  component: InvitationRoute,
});

function InvitationRoute() {
  const { portal, token } = Route.useParams();
  return <Invitation portal={portal} token={token} />;
}
