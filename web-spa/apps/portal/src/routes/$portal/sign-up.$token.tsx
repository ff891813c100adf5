import { createFileRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../app/language';
import { ShellSkeleton } from '../../features/shell/shell.skeleton';
import { SignUpLink } from '../../features/sign-up/sign-up-link';
import { signUpLinkOptions } from '../../features/sign-up/sign-up-link.query';
import { SignUpProblem } from '../../features/sign-up/sign-up-problem';

export const Route = createFileRoute('/$portal/sign-up/$token')({
  loader: ({ context, params }) =>
    withLaterTexts(context.queryClient.ensureQueryData(signUpLinkOptions(params.portal, params.token))),
  pendingComponent: ShellSkeleton,
  errorComponent: SignUpProblem,
  component: SignUpLinkRoute,
});

function SignUpLinkRoute() {
  const { portal, token } = Route.useParams();
  return <SignUpLink portal={portal} token={token} />;
}
