import { t } from '@lingui/core/macro';
import type { StuckPayment } from '@portico/api/office';

interface StuckText {
  reason: string;
  advice: string;
}

/** Why a payment needs looking at, and what to do; in the server's words where this version knows none of its own. */
export function stuckText({ reason, advice }: StuckPayment): StuckText {
  switch (reason) {
    case 'amount_differs':
      return {
        reason: t`The gateway took another amount`,
        advice: t`Look the payment up at the gateway. Accept what it took; or reject it here, and give the money back there.`,
      };
    case 'gateway_silent':
      return {
        reason: t`The gateway does not answer`,
        advice: t`Nothing is lost: the gateway is asked again by itself. If it lasts, check the connection under Settings, Gateways.`,
      };
    case 'processing_long':
      return {
        reason: t`Processed for more than ten days`,
        advice: t`Check now. If the gateway still says that it is processing, ask its support with the payment's id.`,
      };
    case 'payer_away':
      return {
        reason: t`Its payer has not confirmed`,
        advice: t`Check now: the attempt is given up unless the payer has paid meanwhile.`,
      };
    default:
      return { reason, advice };
  }
}
