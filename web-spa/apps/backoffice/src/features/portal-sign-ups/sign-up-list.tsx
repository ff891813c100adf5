import { Trans, useLingui } from '@lingui/react/macro';
import type { PortalSignUp } from '@portico/api/office';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ListBody } from '../../list/list-body';
import { StatusTabs } from '../../list/status-tabs';
import { BackLink } from '../../shell/back-link';
import { Page } from '../../shell/page';
import { LetInDialog } from './let-in-dialog';
import { NobodyWaits } from './nobody-waits';
import { SIGN_UP_STATUSES, type SignUpSearch, signUpsQuery } from './sign-up.query';
import { signUpColumns } from './sign-up-columns';
import { useSignUpStatusName } from './sign-up-status';

interface SignUpListProps {
  search: SignUpSearch;
  onSearch: (patch: Partial<SignUpSearch>) => void;
}

/** Who signed up to the portal and is not known: staff let them in or turn them away. */
export function SignUpList({ search, onSearch }: SignUpListProps) {
  const { t } = useLingui();
  const name = useSignUpStatusName();
  const query = useQuery(signUpsQuery(search));
  const [chosen, setChosen] = useState<PortalSignUp | null>(null);
  const status = search.status ?? 'waiting';
  const waiting = status === 'waiting';
  const columns = useMemo(() => signUpColumns(waiting, setChosen), [waiting]);
  return (
    <Page
      title={t`Sign-ups`}
      back={
        <BackLink to="/customers">
          <Trans>Customers</Trans>
        </BackLink>
      }
    >
      <StatusTabs
        label={t`Status`}
        value={status}
        onChange={(next) => onSearch({ status: next === 'waiting' ? undefined : next })}
        options={[...SIGN_UP_STATUSES.map((value) => ({ value, label: name(value) })), { value: 'all', label: t`All` }]}
      />
      <ListBody
        label={t`Sign-ups`}
        searchable={false}
        query={query}
        search={search}
        onSearch={onSearch}
        filtered={!waiting}
        clear={() => onSearch({ status: undefined })}
        columns={columns}
        rowId={(row) => row.id}
        muted={(row) => row.status === 'declined'}
        first={<NobodyWaits />}
      />
      {chosen && <LetInDialog signUp={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
