import { createFileRoute } from '@tanstack/react-router';
import { Home } from '../../../features/home/home';
import { homeOptions } from '../../../features/home/home.query';
import { HomeSkeleton } from '../../../features/home/home.skeleton';

export const Route = createFileRoute('/$portal/_signed/')({
  loader: ({ context }) => context.queryClient.ensureQueryData(homeOptions()),
  pendingComponent: HomeSkeleton,
  component: Home,
});
