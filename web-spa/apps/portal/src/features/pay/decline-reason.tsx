import { Trans } from '@lingui/react/macro';
import type { PortalPaymentFailure } from '@portico/api/portal';

/** Why, in plain words and without details that help a thief; the server's own sentence for what is not known here. */
export function DeclineReason({ failure }: { failure: PortalPaymentFailure | null }) {
  switch (failure?.message_key ?? failure?.code) {
    case 'insufficient_funds':
      return <Trans>There are not enough funds. Try another card or account.</Trans>;
    case 'expired_card':
      return <Trans>The card has expired. Try another card.</Trans>;
    case 'payment-check-address':
    case 'address_not_verified':
    case 'incorrect_address':
    case 'incorrect_zip':
      return <Trans>The billing address could not be verified. Check it, or try another card.</Trans>;
    case 'authentication_failed':
      return <Trans>Your bank could not confirm that it was you. Try again, or use another card.</Trans>;
    case 'invalid_account':
    case 'invalid_holder':
      return <Trans>The account number or the holder's name is not right. Check them.</Trans>;
    case 'account_closed':
      return <Trans>The bank account was closed. Pay from another one.</Trans>;
    case 'payment-just-made':
    case 'duplicate_transaction':
      return <Trans>A payment of the same amount was made a few minutes ago. Check your payments first.</Trans>;
    case 'invalid_number':
    case 'invalid_expiry':
    case 'invalid_cvc':
      return <Trans>The card number, expiry or security code is not right. Check them.</Trans>;
    case 'payment-declined':
    case 'fraud_filter':
    case 'fraudulent':
    case 'card_declined':
    case 'generic_decline':
    case 'payment_declined':
      return <Trans>The bank declined the card. Try another card, or ask your bank.</Trans>;
    case 'payment-below-minimum':
      return <Trans>The amount is too small to be paid this way. Please choose another way to pay.</Trans>;
    case 'payment-currency-not-supported':
      return <Trans>This way of paying does not take the invoice's currency. Please choose another one.</Trans>;
    case 'payment-unavailable':
      return (
        <Trans>The payment cannot be taken this way at the moment. Please choose another way, or contact us.</Trans>
      );
    default:
      return failure?.message || <Trans>The payment did not go through. Try again, or use another card.</Trans>;
  }
}
