import { Trans, useLingui } from '@lingui/react/macro';
import { viewPaymentLink } from '@portico/api/portal';
import { ClockIcon, Delayed, EmptyState, ProblemPanel } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Doorway } from '../../doorway/doorway';
import { LinkNotice, LinkUnknown } from './link-notice';
import { LinkOpen } from './link-open';
import { LinkVerification } from './link-verification';
import { type LinkKey, payLinkOptions, proofOf } from './pay-link.query';

interface PayLinkProps {
  token: string;
  paymentId: string | undefined;
  onPayment: (id: string | undefined) => void;
}

/** The page of a payment link: one payment, for whoever holds the link, without sign-in. */
export function PayLink({ token, paymentId, onPayment }: PayLinkProps) {
  const { t } = useLingui();
  const [proof, setProof] = useState<string | null>(null);
  const key: LinkKey = { token, proof };
  const query = useQuery(payLinkOptions(key));
  const link = query.data?.link ?? null;
  useMarkViewed(key, link !== null);

  if (query.error && !query.data) {
    return (
      <LinkUnknown error={query.error}>
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      </LinkUnknown>
    );
  }
  if (!query.data) {
    return (
      <Doorway title={t`Payment`}>
        <Delayed>
          <EmptyState icon={<ClockIcon />} title={<Trans>One moment…</Trans>} />
        </Delayed>
      </Doorway>
    );
  }
  if (query.data.verification_required || !link) return <LinkVerification token={token} onProof={setProof} />;
  if (link.standing !== 'open' && !paymentId) return <LinkNotice link={link} />;
  return (
    <LinkOpen
      link={link}
      access={key}
      paymentId={paymentId}
      onPayment={(id) => {
        onPayment(id);
        void query.refetch();
      }}
    />
  );
}

const told = new Set<string>();

/** Tells the server once that a person really saw it: only while the page is visible, never on prefetch. */
function useMarkViewed(key: LinkKey, shown: boolean): void {
  const { token, proof } = key;
  useEffect(() => {
    const tell = () => {
      if (!shown || document.visibilityState !== 'visible' || told.has(token)) return;
      told.add(token);
      // Losing this mark is harmless; the next look sets it.
      viewPaymentLink({ path: { token }, headers: proofOf({ token, proof }) }).catch(() => told.delete(token));
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [token, proof, shown]);
}
