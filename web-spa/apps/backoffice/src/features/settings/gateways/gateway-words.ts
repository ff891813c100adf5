import { t } from '@lingui/core/macro';

export const methodName = (method: string): string =>
  ({ card: t`Card`, bank_debit: t`Bank debit`, wallet: t`PayPal account` })[method] ?? method;

interface KeyNames {
  public_key: string;
  secret_key: string;
  webhook_key: string;
}

/** What each provider calls its keys, as one finds them in its dashboard. */
export const keyNames = (kind: string): KeyNames =>
  kind === 'paypal'
    ? { public_key: t`Client ID`, secret_key: t`Client secret`, webhook_key: t`Webhook ID` }
    : { public_key: t`Publishable key`, secret_key: t`Secret key`, webhook_key: t`Signing secret of the webhook` };
