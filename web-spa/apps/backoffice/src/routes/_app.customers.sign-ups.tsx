import { createFileRoute } from '@tanstack/react-router';
import { readSignUpSearch, signUpsQuery } from '../features/portal-sign-ups/sign-up.query';
import { SignUpList } from '../features/portal-sign-ups/sign-up-list';
import { patchSearch } from '../list/list-state';

export const Route = createFileRoute('/_app/customers/sign-ups')({
  validateSearch: readSignUpSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchQuery(signUpsQuery(deps)),
  component: function SignUpsPage() {
    const search = Route.useSearch();
    const navigate = Route.useNavigate();
    return <SignUpList search={search} onSearch={(patch) => navigate({ search: patchSearch(search, patch) })} />;
  },
});
