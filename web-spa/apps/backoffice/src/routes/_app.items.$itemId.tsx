import { createFileRoute } from '@tanstack/react-router';
import { ItemDrawer } from '../features/items/item-drawer';

export const Route = createFileRoute('/_app/items/$itemId')({
  component: function EditItemDrawer() {
    const navigate = Route.useNavigate();
    return <ItemDrawer itemId={Route.useParams().itemId} onClose={() => navigate({ to: '/items', search: true })} />;
  },
});
