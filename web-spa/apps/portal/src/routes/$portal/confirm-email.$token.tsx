import { createFileRoute } from '@tanstack/react-router';
import { laterTexts } from '../../app/language';
import { ConfirmEmail } from '../../features/account/confirm-email';
import { EmailLinkProblem } from '../../features/account/email-link-problem';
import { ShellSkeleton } from '../../features/shell/shell.skeleton';

export const Route = createFileRoute('/$portal/confirm-email/$token')({
  loader: laterTexts,
  pendingComponent: ShellSkeleton,
  errorComponent: EmailLinkProblem,
  component: ConfirmEmailRoute,
});

function ConfirmEmailRoute() {
  const { portal, token } = Route.useParams();
  return <ConfirmEmail portal={portal} token={token} />;
}
