import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SignUp } from '../features/auth/sign-up';

export const Route = createFileRoute('/sign-up')({
  component: function SignUpPage() {
    const navigate = useNavigate();
    return <SignUp onDone={() => navigate({ to: '/' })} />;
  },
});
