import { createFileRoute } from '@tanstack/react-router';
import { readMailSearch } from '../features/settings/mails.query';
import { MailsPage } from '../features/settings/mails-page';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/settings/mails')({
  validateSearch: readMailSearch,
  component: function MailsRoute() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <MailsPage search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
