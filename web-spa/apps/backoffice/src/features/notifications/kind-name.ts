import { t } from '@lingui/core/macro';

/** What kind of event it is; one that this version does not know keeps its own name. */
export function kindName(kind: string): string {
  switch (kind) {
    case 'invoice_viewed':
      return t`An invoice is seen for the first time`;
    case 'payment_received':
      return t`A payment arrives`;
    case 'payment_failed':
      return t`A payment fails`;
    case 'payment_differs':
      return t`A gateway takes another amount than it was asked for`;
    case 'payment_disputed':
      return t`A payment is disputed`;
    case 'transfer_announced':
      return t`A customer says to have paid by bank transfer`;
    case 'access_accepted':
      return t`Somebody joins the portal`;
    case 'sign_up_waiting':
      return t`Somebody signs up whom you do not know`;
    case 'mail_failed':
      return t`An e-mail is not delivered`;
    case 'customer_changed':
      return t`A customer changes its details`;
    default:
      return kind;
  }
}
