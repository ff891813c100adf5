# Subject and body are what an organization may replace by its own text, so they are plain: words and
# placeholders, no selectors. A blank line separates paragraphs.

portal_invitation_subject = { $organization } invites you to its customer portal
portal_invitation_body =
    Hello { $name },

    { $organization } has set up access for you to the portal of { $customer }. There you see your invoices and estimates, pay online, and talk to us.

    Accept the invitation to sign in for the first time. It is valid until { $expires }.
portal_invitation_action = Accept invitation

portal_invitation_with_password_subject = { $organization } invites you to its customer portal
portal_invitation_with_password_body =
    Hello { $name },

    { $organization } has set up access for you to the portal of { $customer }. There you see your invoices and estimates, pay online, and talk to us.

    Sign in with the user name and the password below. The password works once, until { $expires }; then you choose one of your own.
portal_invitation_with_password_action = Sign in

portal_sign_up_subject = Sign up to the customer portal of { $organization }
portal_sign_up_body =
    Hello,

    Somebody wants to use the customer portal of { $organization } with this e-mail address. If it was you, go on by the link below. It works for { $hours } hours.

    If it was not you, do nothing: without the link nothing happens.
portal_sign_up_action = Go on signing up

portal_sign_up_known_subject = Signing up to the customer portal of { $organization }
portal_sign_up_known_body =
    Hello,

    Somebody wants to sign up to the customer portal of { $organization } with this e-mail address. It is known there already, so there is nothing to sign up for.

    If you have a password, sign in; if you have forgotten it, choose a new one on the sign-in page. If you cannot come in, please write to us.
portal_sign_up_known_action = Sign in

member_invitation_subject = { $inviter } invites you to { $organization }
member_invitation_body =
    Hello { $name },

    { $inviter } has invited you to the team of { $organization }.

    Accept the invitation to set up your account. It is valid until { $expires }.
member_invitation_action = Accept invitation

invoice_sent_subject = Invoice { $number } from { $organization }
invoice_sent_body =
    Hello { $name },

    Here is invoice { $number } for { $amount }. It is due on { $due_date }.

    Thank you for your business.
invoice_sent_action = View invoice

payment_link_subject = { $amount } to be paid to { $organization }
payment_link_body =
    Hello { $name },

    You can pay { $amount } to { $organization } online, without signing in. The link works until { $last_day }.
payment_link_action = Pay now

payment_link_code_subject = Your code for the payment page of { $organization }
payment_link_code_body =
    Hello { $name },

    Somebody has opened a payment link of { $organization } that was made for you. This code opens the page. It works for { $minutes } minutes.

    If that was not you, nobody has seen anything, and there is nothing to do.

payment_receipt_subject = Receipt for your payment to { $organization }
payment_receipt_body =
    Hello { $name },

    Thank you. We received your payment of { $amount } on { $date }.
payment_receipt_action = View receipt

payment_refunded_subject = Refund from { $organization }
payment_refunded_body =
    Hello { $name },

    We have given you back { $amount } of your payment { $number } on { $date }.

    It may take a few days until the money is in your account.
payment_refunded_action = View payment

payment_received_staff_subject = { $customer } paid { $amount }
payment_received_staff_body =
    { $customer } has paid { $amount }.
payment_received_staff_action = View payment

payment_failed_staff_subject = A payment by { $customer } failed
payment_failed_staff_body =
    A payment of { $amount } by { $customer } did not go through.

    { $reason }
payment_failed_staff_action = View details

invoice_viewed_staff_subject = { $customer } viewed invoice { $number }
invoice_viewed_staff_body =
    { $name } opened invoice { $number } for the first time: { $viewed_at }.
invoice_viewed_staff_action = View invoice

notice_staff_subject = { $notice }
notice_staff_body =
    { $notice }
notice_staff_action = View details

## What happened, for staff

notice_invoice_viewed = { $customer } has seen invoice { $subject }
notice_payment_received = Payment { $subject } has arrived
notice_payment_failed = A payment by { $customer } failed
notice_access_accepted = { $name } can now use the portal of { $customer }
notice_mail_failed = The e-mail “{ $subject }” was not delivered
notice_customer_changed = { $customer } changed its details
notice_transfer_announced = { $customer } says that invoice { $subject } was paid by bank transfer
notice_payment_differs = The gateway took another amount from { $customer } than was asked for
notice_payment_disputed = { $customer } disputes a payment, or the bank has returned it
notice_sign_up_waiting = { $name } wants to use the customer portal

password_changed_subject = Your password was changed
password_changed_body =
    Hello { $name },

    The password of your account at { $organization } was changed: { $changed_at }. Your other devices were signed out.

    If this was not you, choose a new password now and let us know.
password_changed_action = Choose a new password

sign_in_lockout_subject = Somebody tries to sign in to your account
sign_in_lockout_body =
    Hello { $name },

    Several attempts to sign in to your account at { $organization } have failed. Each further one has to wait longer.

    If this was you, wait a little or choose a new password. If it was not, nobody has got in, and there is nothing you need to do.
sign_in_lockout_action = Choose a new password

password_reset_subject = Choose a new password
password_reset_body =
    Hello { $name },

    A new password was requested for your account at { $organization }. The button works once, for { $minutes } minutes.

    If you did not ask for this, ignore this mail: your password stays as it is.
password_reset_action = Choose a new password

email_change_subject = Confirm your new e-mail address
email_change_body =
    Hello { $name },

    You asked to sign in at { $organization } with { $email } from now on. Confirm that this address is yours. The button works once, for { $hours } hours.

    If you did not ask for this, ignore this mail: nothing changes.
email_change_action = Confirm the address

email_change_asked_subject = Another e-mail address was asked for
email_change_asked_body =
    Hello { $name },

    Somebody signed in to your account at { $organization } asked to sign in with { $email } instead of this address. It takes effect once it is confirmed there.

    If this was not you, choose a new password now: that stops the change.
email_change_asked_action = Choose a new password

email_changed_subject = Your e-mail address was changed
email_changed_body =
    Hello { $name },

    Your account at { $organization } now belongs to { $email }, instead of this address: { $changed_at }.

    If this was not you, let us know at once.
email_changed_action = Open the portal

## Labels of the facts under the text

fact_portal = Portal
fact_user_name = User name
fact_password = Password for the first sign-in
fact_invoice = Invoice
fact_invoices = Invoices
fact_due_date = Due date
fact_code = Code
fact_receipt = Receipt
fact_date = Date
fact_customer = Customer
fact_credit = Kept as credit

## Around every mail

note_from = Message from { $organization }
link_fallback = If the button does not work, open this address:
