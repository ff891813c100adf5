import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ResetPassword } from '../features/auth/reset-password';

export const Route = createFileRoute('/reset-password/$token')({
  component: function ResetPasswordPage() {
    const navigate = useNavigate();
    const { token } = Route.useParams();
    return (
      <ResetPassword
        token={token}
        onDone={() => navigate({ to: '/sign-in', search: { reset: true }, replace: true })}
      />
    );
  },
});
