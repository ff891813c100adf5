import { createFileRoute } from '@tanstack/react-router';
import { NotificationPage } from '../features/notifications/notification-page';
import { readSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/notifications')({
  validateSearch: (search: Record<string, unknown>) => readSearch(search, ['cursor']),
  component: function NotificationsRoute() {
    const { cursor } = Route.useSearch();
    const navigate = Route.useNavigate();
    return <NotificationPage cursor={cursor} onCursor={(next) => navigate({ search: next ? { cursor: next } : {} })} />;
  },
});
