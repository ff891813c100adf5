import { Trans, useLingui } from '@lingui/react/macro';
import { ClockIcon, EmptyState } from '@portico/ui';
import { Doorway } from '../../doorway/doorway';

/** Back from the provider's page, in a tab that does not know the link: nothing is lost, the link tells. */
export function LinkLost() {
  const { t } = useLingui();
  return (
    <Doorway title={t`Payment`}>
      <EmptyState icon={<ClockIcon />} title={<Trans>Open your payment link again</Trans>}>
        <Trans>It shows your payment, sometimes only after a minute. Please do not pay again before that.</Trans>
      </EmptyState>
    </Doorway>
  );
}
