import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../app/language';
import { resetOptions } from '../../features/password/reset.query';
import { ResetPassword } from '../../features/password/reset-password';
import { ResetProblem } from '../../features/password/reset-problem';
import { ShellSkeleton } from '../../features/shell/shell.skeleton';

export const Route = createFileRoute('/$portal/reset-password/$token')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(resetOptions(params.portal, params.token))),
  pendingComponent: ShellSkeleton,
  errorComponent: ResetProblem,
  component: ResetRoute,
});

function ResetRoute() {
  const { portal, token } = Route.useParams();
  return <ResetPassword portal={portal} token={token} />;
}
