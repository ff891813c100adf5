import { Trans, useLingui } from '@lingui/react/macro';
import { isProblem } from '@portico/api/client';
import type { LinkDetails } from '@portico/api/portal';
import { CheckIcon, ClockIcon, CrossIcon, EmptyState, Money } from '@portico/ui';
import type { ReactNode } from 'react';
import { Doorway } from '../../doorway/doorway';
import { usePortal } from '../../shell/use-portal';
import { LinkContact } from './link-contact';
import { LinkSignUp } from './link-sign-up';

/** A link that is not to be paid now: why, in plain words. */
export function LinkNotice({ link }: { link: LinkDetails }) {
  const { t } = useLingui();
  return (
    <Doorway title={t`Payment`}>
      <div aria-live="polite">
        <Standing link={link} />
      </div>
      {link.standing === 'paid' ? null : <LinkContact link={link} />}
      <LinkSignUp paid={link.standing === 'paid'} />
    </Doorway>
  );
}

function Standing({ link }: { link: LinkDetails }) {
  const portal = usePortal();
  switch (link.standing) {
    case 'paid':
      return <LinkPaid amount={link.amount} />;
    case 'processing':
      return (
        <EmptyState icon={<ClockIcon />} title={<Trans>The payment is being processed</Trans>}>
          <Trans>You may close this page; nothing is lost. Please do not pay again.</Trans>
        </EmptyState>
      );
    case 'nothing_due':
      return (
        <EmptyState icon={<CheckIcon />} tone="positive" title={<Trans>This has been paid already</Trans>}>
          <Trans>There is nothing left to pay.</Trans>
        </EmptyState>
      );
    case 'expired':
      return (
        <EmptyState icon={<ClockIcon />} title={<Trans>This link has expired</Trans>}>
          <Trans>Ask {portal.organization_name} to send you a new one.</Trans>
        </EmptyState>
      );
    case 'cancelled':
      return (
        <EmptyState icon={<CrossIcon />} title={<Trans>This link was cancelled</Trans>}>
          <Trans>{portal.organization_name} has taken it back. You were not charged.</Trans>
        </EmptyState>
      );
    default:
      return (
        <EmptyState icon={<CrossIcon />} title={<Trans>This can no longer be paid here</Trans>}>
          <Trans>What it was for has changed. Ask {portal.organization_name} about it.</Trans>
        </EmptyState>
      );
  }
}

/** The money has arrived. The receipt goes by mail: whoever holds the link need not be the customer. */
export function LinkPaid({ amount }: { amount: LinkDetails['amount'] }) {
  return (
    <EmptyState
      icon={<CheckIcon />}
      tone="positive"
      title={
        amount ? (
          <Trans>
            Thank you, <Money value={amount} /> received
          </Trans>
        ) : (
          <Trans>Thank you, the payment was received</Trans>
        )
      }
    >
      <Trans>The receipt goes to the customer by e-mail. You may close this page.</Trans>
    </EmptyState>
  );
}

/** No such link, or nobody knows. */
export function LinkUnknown({ error, children }: { error: unknown; children: ReactNode }) {
  const { t } = useLingui();
  const portal = usePortal();
  return (
    <Doorway title={t`Payment`}>
      {isProblem(error, 'not_found') ? (
        <EmptyState icon={<CrossIcon />} title={<Trans>This link opens nothing</Trans>}>
          <Trans>
            Check that it is complete, or ask {portal.organization_name} to send you a new one. You were not charged.
          </Trans>
        </EmptyState>
      ) : (
        children
      )}
    </Doorway>
  );
}
