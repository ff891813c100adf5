import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import type { LinkDetails, PortalPayment } from '@portico/api/portal';
import { ClockIcon, Delayed, EmptyState, ProblemPanel } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Doorway } from '../../doorway/doorway';
import { usePortal } from '../../shell/use-portal';
import { DeclineReason } from '../decline-reason';
import { OutcomePending } from '../outcome-pending';
import { LinkContact } from './link-contact';
import { LinkForm } from './link-form';
import { LinkNotice, LinkPaid } from './link-notice';
import { LinkSignUp } from './link-sign-up';
import { type LinkKey, linkOutcomeOptions } from './pay-link.query';

interface LinkOpenProps {
  link: LinkDetails;
  access: LinkKey;
  paymentId: string | undefined;
  onPayment: (id: string | undefined) => void;
}

/** To be paid, or just paid: reloading asks the server again and never pays again. */
export function LinkOpen({ link, access, paymentId, onPayment }: LinkOpenProps) {
  const { t } = useLingui();
  const portal = usePortal();
  const outcome = useQuery(linkOutcomeOptions(access, paymentId));
  const payment = outcome.data;
  const frame = (children: ReactNode) => (
    <Doorway title={t`Payment`}>
      <div aria-live="polite">{children}</div>
      <LinkContact link={link} />
      <LinkSignUp paid={payment?.state === 'succeeded'} />
    </Doorway>
  );

  if (payment?.state === 'succeeded') return frame(<LinkPaid amount={payment.amount} />);
  if (payment?.state === 'pending') {
    return frame(
      <OutcomePending payment={payment}>
        <Button variant="default" loading={outcome.isFetching} onClick={() => void outcome.refetch()}>
          <Trans>Check again</Trans>
        </Button>
      </OutcomePending>,
    );
  }
  if (paymentId && !payment) {
    return frame(
      outcome.error ? (
        <>
          <ProblemPanel error={outcome.error} onRetry={() => void outcome.refetch()} />
          <p style={{ margin: 0, textAlign: 'center' }}>
            <Trans>
              Whether the payment went through is not known yet. Please do not pay again before you have checked.
            </Trans>
          </p>
        </>
      ) : (
        <Delayed>
          <EmptyState icon={<ClockIcon />} title={<Trans>Checking your payment…</Trans>}>
            <Trans>This takes a moment. Please do not pay again.</Trans>
          </EmptyState>
        </Delayed>
      ),
    );
  }
  if (link.standing !== 'open') return <LinkNotice link={link} />;
  return (
    <Doorway
      title={t`Payment`}
      intro={
        link.customer_name ? (
          <Trans>
            {portal.organization_name} asks {link.customer_name} to pay this.
          </Trans>
        ) : null
      }
    >
      {payment ? <Unfinished payment={payment} /> : null}
      <LinkForm link={link} access={access} onPayment={onPayment} />
      <LinkContact link={link} />
      <LinkSignUp />
    </Doorway>
  );
}

/** How the last try ended; another one takes its place. */
function Unfinished({ payment }: { payment: PortalPayment }) {
  return (
    <div style={{ marginBlockEnd: 16 }}>
      {payment.failure ? (
        <Alert color="red" variant="light" title={<Trans>The payment did not go through</Trans>}>
          <DeclineReason failure={payment.failure} /> <Trans>You were not charged.</Trans>
        </Alert>
      ) : (
        <Alert variant="light" title={<Trans>The last payment was not finished</Trans>}>
          <Trans>You have not been charged.</Trans> <Trans>Pay here to begin anew.</Trans>
        </Alert>
      )}
    </div>
  );
}
