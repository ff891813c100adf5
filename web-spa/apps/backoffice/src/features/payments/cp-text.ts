import { t } from '@lingui/core/macro';

interface CpText {
  cause: string;
  remedy: string;
}

/** What a code of the table means and what to do; null for one that this version does not know. */
export function cpText(code: string | null | undefined): CpText | null {
  switch (code) {
    case 'CP1003':
      return {
        cause: t`The contact person who paid was deleted.`,
        remedy: t`Check that the contact person still exists, and choose another for the payment.`,
      };
    case 'CP1004':
      return {
        cause: t`The recurring profile was deleted.`,
        remedy: t`Check that the recurring profile still exists.`,
      };
    case 'CP2001':
      return {
        cause: t`A tax was needed, and no tax is the default.`,
        remedy: t`Create a tax under Settings, Taxes and make it the default.`,
      };
    case 'CP3001':
      return {
        cause: t`The merchant account may not charge a stored method.`,
        remedy: t`Ask the gateway to enable reference transactions for the merchant account.`,
      };
    case 'CP3002':
      return {
        cause: t`The gateway does not accept the credentials.`,
        remedy: t`Enter the gateway's credentials again under Settings, Gateways.`,
      };
    case 'CP3003':
      return {
        cause: t`The merchant account's fraud filter declined the payment.`,
        remedy: t`Make sure that the payment is genuine, then adjust the fraud filters of the merchant account.`,
      };
    case 'CP3004':
      return {
        cause: t`The payer's address could not be verified.`,
        remedy: t`Check the customer's address, and which address fields the gateway's card verification asks for.`,
      };
    case 'CP3005':
      return {
        cause: t`The same amount was paid by the same method a few minutes before.`,
        remedy: t`Check that the first payment was not meant, or try again after a few minutes.`,
      };
    case 'CP4001':
      return {
        cause: t`The amount is below what the gateway charges at least.`,
        remedy: t`Charge at least the gateway's minimum, or record the payment by other means.`,
      };
    case 'CP4002':
      return {
        cause: t`The gateway cannot charge without the payer.`,
        remedy: t`Connect a gateway that can store methods and charge them later.`,
      };
    case 'CP4003':
      return {
        cause: t`The gateway does not charge in this currency.`,
        remedy: t`Connect a gateway that charges in this currency.`,
      };
    default:
      return null;
  }
}
