import { createFileRoute } from '@tanstack/react-router';
import { ItemDrawer } from '../features/items/item-drawer';

export const Route = createFileRoute('/_app/items/new')({
  component: function NewItemDrawer() {
    const navigate = Route.useNavigate();
    return <ItemDrawer onClose={() => navigate({ to: '/items', search: true })} />;
  },
});
