import { Trans } from '@lingui/react/macro';

/** Why a gateway did not give money back, from its own code. */
export function RefundFailure({ code }: { code: string }) {
  switch (code) {
    case 'capture_fully_refunded':
    case 'charge_already_refunded':
    case 'refund_amount_exceeded':
    case 'refund_exceeds_payment':
      return <Trans>At the gateway less is left to give back. Look the payment up there.</Trans>;
    case 'capture_disputed_partial_refund_not_allowed':
    case 'charge_disputed':
    case 'refund_disputed_payment':
      return <Trans>The payer disputes the payment. Answer the dispute at the gateway.</Trans>;
    case 'balance_insufficient':
    case 'insufficient_funds':
    case 'refund_failed_insufficient_funds':
      return <Trans>Your balance at the gateway is too low. Add money there and try again.</Trans>;
    case 'refund_time_limit_exceeded':
      return <Trans>The payment is too old for the gateway. Give the money back in another way.</Trans>;
    case 'not_found':
      return <Trans>The connected account did not take this payment. Give the money back where it was taken.</Trans>;
    case 'not_made':
      return <Trans>It was looked for at the gateway, and was not made.</Trans>;
    case 'failed':
      return <Trans>The payer's bank did not take the money. Give it back in another way.</Trans>;
    default:
      return (
        <Trans>
          The gateway did not give it back. Its reason: <bdi>{code}</bdi>
        </Trans>
      );
  }
}
