import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { PortalPayment } from '@portico/api/portal';
import { ClockIcon, Delayed, EmptyState, Page, Panel, ProblemPanel } from '@portico/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePortal } from '../shell/use-portal';
import { outcomeOptions } from './outcome.query';
import { OutcomeFailed } from './outcome-failed';
import { OutcomePending } from './outcome-pending';
import { OutcomeSucceeded } from './outcome-succeeded';
import { OutcomeUnfinished } from './outcome-unfinished';

/** What became of a payment. Reloading or coming back later asks the server again and never pays again. */
export function Outcome({ id }: { id: string }) {
  const { t } = useLingui();
  const portal = usePortal();
  const query = useQuery(outcomeOptions(id));
  useFreshBalances(query.data?.state);
  return (
    <Page title={`${t`Payment`} – ${portal.organization_name}`} heading={t`Payment`} width="narrow">
      <Panel>
        <div aria-live="polite">
          {query.data ? (
            <Told payment={query.data} onCheck={() => void query.refetch()} checking={query.isFetching} />
          ) : query.error ? (
            <Unknown error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Delayed>
              <EmptyState icon={<ClockIcon />} title={<Trans>Checking your payment…</Trans>}>
                <Trans>This takes a moment. Please do not pay again.</Trans>
              </EmptyState>
            </Delayed>
          )}
        </div>
      </Panel>
    </Page>
  );
}

interface ToldProps {
  payment: PortalPayment;
  checking: boolean;
  onCheck: () => void;
}

function Told({ payment, checking, onCheck }: ToldProps) {
  switch (payment.state) {
    case 'succeeded':
      return <OutcomeSucceeded payment={payment} />;
    case 'failed':
    case 'cancelled':
      return <OutcomeFailed payment={payment} />;
    case 'requires_action':
      return <OutcomeUnfinished payment={payment} onChange={onCheck} />;
    default:
      return (
        <OutcomePending payment={payment}>
          <Button variant="default" loading={checking} onClick={onCheck}>
            <Trans>Check again</Trans>
          </Button>
        </OutcomePending>
      );
  }
}

/** The server did not answer: say that the outcome is unknown, not that it failed. */
function Unknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <ProblemPanel error={error} onRetry={onRetry} />
      <p style={{ margin: 0, textAlign: 'center' }}>
        <Trans>
          Whether the payment went through is not known yet. Please do not pay again before you have checked.
        </Trans>
      </p>
    </>
  );
}

/** Once the outcome is known, every amount on other screens is asked anew. */
function useFreshBalances(state: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!state) return;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'payment-outcome',
    });
  }, [state, queryClient]);
}
