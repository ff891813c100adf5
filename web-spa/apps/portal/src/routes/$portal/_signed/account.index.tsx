import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/$portal/_signed/account/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$portal/account/profile', params, replace: true });
  },
});
