import { Trans } from '@lingui/react/macro';
import type { PaymentMethod } from '@portico/api/office';
import { CardName, StatusBadge } from '@portico/ui';
import { todayIn } from '../../app/date-format';
import { gatewayName } from '../../app/gateway-name';
import { useMe } from '../../app/session';
import { expiryText, isExpired } from './expiry';
import classes from './kept-method.module.css';

/** What is known of a card or an account that is kept, in two lines. */
export function KeptMethod({ kept }: { kept: PaymentMethod }) {
  const { organization } = useMe();
  const { expiry } = kept;
  return (
    <>
      <span className={classes.name}>
        <CardName card={kept} />
        {kept.is_default && (
          <StatusBadge tone="neutral">
            <Trans>Default</Trans>
          </StatusBadge>
        )}
        {expiry && isExpired(expiry, todayIn(organization.time_zone)) && (
          <StatusBadge tone="negative">
            <Trans>Expired</Trans>
          </StatusBadge>
        )}
      </span>
      <span className={classes.note}>
        {gatewayName(kept.gateway)}
        {expiry && (
          <>
            {' · '}
            <Trans>
              valid until <bdi>{expiryText(expiry)}</bdi>
            </Trans>
          </>
        )}
      </span>
    </>
  );
}
