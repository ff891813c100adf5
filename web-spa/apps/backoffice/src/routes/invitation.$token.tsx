import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { Invitation } from '../features/auth/invitation';

export const Route = createFileRoute('/invitation/$token')({
  component: function InvitationPage() {
    const navigate = useNavigate();
    const { token } = Route.useParams();
    return <Invitation token={token} onDone={() => navigate({ to: '/' })} />;
  },
});
