import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';

/** What each kind of mail is for; a kind this page does not know yet shows its own name. */
export function useMailKindName(): (kind: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    portal_invitation: t`Portal invitation`,
    portal_invitation_with_password: t`Portal invitation with a password`,
    portal_sign_up: t`Sign-up to the portal`,
    portal_sign_up_known: t`Sign-up with an address that is known`,
    member_invitation: t`Invitation of a colleague`,
    invoice_sent: t`Invoice`,
    payment_link: t`Payment link`,
    payment_link_code: t`Code for a payment link`,
    payment_receipt: t`Payment receipt`,
    payment_refunded: t`Refund`,
    payment_received_staff: t`Payment received`,
    payment_failed_staff: t`Payment failed`,
    invoice_viewed_staff: t`Invoice viewed`,
    password_changed: t`Password changed`,
    sign_in_lockout: t`Somebody guesses a password`,
    password_reset: t`Forgotten password`,
    notice_staff: t`Other news for your team`,
    email_change: t`New e-mail address: confirm it`,
    email_change_asked: t`New e-mail address: asked for`,
    email_changed: t`New e-mail address: in force`,
  };
  return (kind) => names[kind] ?? kind.replace(/_/g, ' ');
}

/** What a placeholder stands for, in the reader's language; the server says it in English. */
export function usePlaceholderMeaning(): (name: string, inEnglish: string) => string {
  const { t } = useLingui();
  const meanings: Record<string, string> = {
    organization: t`Your organization's name`,
    customer: t`The customer's name`,
    name: t`The name of the person concerned`,
    portal_url: t`The portal's address`,
    user_name: t`The e-mail address to sign in with`,
    expires: t`The last day of the invitation`,
    inviter: t`Who invites`,
    number: t`The number of the document`,
    amount: t`The amount, with its currency`,
    due_date: t`The last day to pay in time`,
    date: t`The day of the payment or refund`,
    invoices: t`The numbers of the invoices`,
    reason: t`Why the payment failed`,
    viewed_at: t`When the invoice was opened`,
    changed_at: t`When it was changed`,
    notice: t`What has happened, in one sentence`,
    email: t`The new e-mail address`,
    hours: t`How many hours the link works`,
    minutes: t`How many minutes the link or the code works`,
    last_day: t`The last day on which the link works`,
  };
  return (name, inEnglish) => meanings[name] ?? inEnglish;
}

export function languageName(language: string): string {
  return new Intl.DisplayNames([i18n.locale || 'en'], { type: 'language' }).of(language) ?? language;
}
