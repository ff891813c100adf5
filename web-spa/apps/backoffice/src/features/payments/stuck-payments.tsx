import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton, Stack } from '@mantine/core';
import { listStuckPaymentsOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../list/empty';
import { Failure } from '../../list/failure';
import { BackLink } from '../../shell/back-link';
import { IconCheck } from '../../shell/icons';
import { Page } from '../../shell/page';
import { StuckCard } from './stuck-card';

/** Payments that take longer than they should; hopefully none. */
export function StuckPayments() {
  const { t } = useLingui();
  const query = useQuery(listStuckPaymentsOptions());
  return (
    <Page
      title={t`Reconciliation`}
      back={
        <BackLink to="/payments">
          <Trans>Payments</Trans>
        </BackLink>
      }
    >
      {query.isError && !query.data && <Failure error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <Skeleton height={120} />}
      {query.data?.data.length === 0 && (
        <Empty icon={<IconCheck />} title={<Trans>All is well</Trans>}>
          <Trans>
            Every payment is where it should be. One that waits for its payer for more than half an hour, or for its
            gateway for more than ten days, would be listed here.
          </Trans>
        </Empty>
      )}
      <Stack gap="md">
        {query.data?.data.map((stuck) => (
          <StuckCard key={stuck.payment.id} stuck={stuck} />
        ))}
      </Stack>
    </Page>
  );
}
