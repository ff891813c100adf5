# Siehe en/mail.ftl: Betreff und Text bestehen nur aus Wörtern und Platzhaltern.

portal_invitation_subject = { $organization } lädt Sie in das Kundenportal ein
portal_invitation_body =
    Guten Tag { $name },

    { $organization } hat für Sie einen Zugang zum Portal von { $customer } eingerichtet. Dort sehen Sie Ihre Rechnungen und Angebote, bezahlen online und erreichen uns.

    Nehmen Sie die Einladung an, um sich zum ersten Mal anzumelden. Sie gilt bis { $expires }.
portal_invitation_action = Einladung annehmen

portal_invitation_with_password_subject = { $organization } lädt Sie in das Kundenportal ein
portal_invitation_with_password_body =
    Guten Tag { $name },

    { $organization } hat für Sie einen Zugang zum Portal von { $customer } eingerichtet. Dort sehen Sie Ihre Rechnungen und Angebote, bezahlen online und erreichen uns.

    Melden Sie sich mit dem unten stehenden Benutzernamen und Passwort an. Das Passwort gilt einmal, bis { $expires }; danach wählen Sie ein eigenes.
portal_invitation_with_password_action = Anmelden

portal_sign_up_subject = Registrierung für das Kundenportal von { $organization }
portal_sign_up_body =
    Guten Tag,

    jemand möchte das Kundenportal von { $organization } mit dieser E-Mail-Adresse nutzen. Wenn Sie das waren, geht es über den Link unten weiter. Er gilt { $hours } Stunden.

    Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne den Link geschieht nichts.
portal_sign_up_action = Registrierung fortsetzen

portal_sign_up_known_subject = Registrierung für das Kundenportal von { $organization }
portal_sign_up_known_body =
    Guten Tag,

    jemand möchte sich mit dieser E-Mail-Adresse für das Kundenportal von { $organization } registrieren. Die Adresse ist dort schon bekannt, eine Registrierung ist nicht nötig.

    Wenn Sie ein Passwort haben, melden Sie sich damit an; wenn Sie es vergessen haben, wählen Sie auf der Anmeldeseite ein neues. Wenn Sie nicht hineinkommen, schreiben Sie uns bitte.
portal_sign_up_known_action = Anmelden

member_invitation_subject = { $inviter } lädt Sie zu { $organization } ein
member_invitation_body =
    Guten Tag { $name },

    { $inviter } hat Sie in das Team von { $organization } eingeladen.

    Nehmen Sie die Einladung an, um Ihr Konto einzurichten. Sie gilt bis { $expires }.
member_invitation_action = Einladung annehmen

invoice_sent_subject = Rechnung { $number } von { $organization }
invoice_sent_body =
    Guten Tag { $name },

    hier ist die Rechnung { $number } über { $amount }. Sie ist am { $due_date } fällig.

    Vielen Dank für Ihren Auftrag.
invoice_sent_action = Rechnung ansehen

payment_link_subject = { $amount } an { $organization } zu zahlen
payment_link_body =
    Guten Tag { $name },

    Sie können { $amount } online an { $organization } zahlen, ohne sich anzumelden. Der Link funktioniert bis { $last_day }.
payment_link_action = Jetzt zahlen

payment_link_code_subject = Ihr Code für die Zahlungsseite von { $organization }
payment_link_code_body =
    Guten Tag { $name },

    jemand hat einen Zahlungslink von { $organization } geöffnet, der für Sie erstellt wurde. Dieser Code öffnet die Seite. Er funktioniert { $minutes } Minuten lang.

    Wenn Sie das nicht waren, hat niemand etwas gesehen, und Sie müssen nichts tun.

payment_receipt_subject = Quittung für Ihre Zahlung an { $organization }
payment_receipt_body =
    Guten Tag { $name },

    vielen Dank. Wir haben Ihre Zahlung von { $amount } am { $date } erhalten.
payment_receipt_action = Quittung ansehen

payment_refunded_subject = Erstattung von { $organization }
payment_refunded_body =
    Guten Tag { $name },

    wir haben Ihnen am { $date } von Ihrer Zahlung { $number } { $amount } erstattet.

    Bis das Geld auf Ihrem Konto ist, können einige Tage vergehen.
payment_refunded_action = Zahlung ansehen

payment_received_staff_subject = { $customer } hat { $amount } bezahlt
payment_received_staff_body =
    { $customer } hat { $amount } bezahlt.
payment_received_staff_action = Zahlung ansehen

payment_failed_staff_subject = Eine Zahlung von { $customer } ist fehlgeschlagen
payment_failed_staff_body =
    Eine Zahlung über { $amount } von { $customer } ist nicht zustande gekommen.

    { $reason }
payment_failed_staff_action = Einzelheiten ansehen

invoice_viewed_staff_subject = { $customer } hat die Rechnung { $number } angesehen
invoice_viewed_staff_body =
    { $name } hat die Rechnung { $number } zum ersten Mal geöffnet: { $viewed_at }.
invoice_viewed_staff_action = Rechnung ansehen

notice_staff_subject = { $notice }
notice_staff_body =
    { $notice }
notice_staff_action = Details ansehen

## Was geschehen ist, für das Team

notice_invoice_viewed = { $customer } hat die Rechnung { $subject } gesehen
notice_payment_received = Die Zahlung { $subject } ist eingegangen
notice_payment_failed = Eine Zahlung von { $customer } ist fehlgeschlagen
notice_access_accepted = { $name } kann jetzt das Portal von { $customer } nutzen
notice_mail_failed = Die E-Mail „{ $subject }“ wurde nicht zugestellt
notice_customer_changed = { $customer } hat die eigenen Angaben geändert
notice_transfer_announced = { $customer } hat die Rechnung { $subject } nach eigenen Angaben überwiesen
notice_payment_differs = Der Zahlungsdienst hat von { $customer } einen anderen Betrag eingezogen als verlangt
notice_payment_disputed = { $customer } widerspricht einer Zahlung, oder die Bank hat sie zurückgegeben
notice_sign_up_waiting = { $name } möchte das Kundenportal nutzen

password_changed_subject = Ihr Passwort wurde geändert
password_changed_body =
    Guten Tag { $name },

    das Passwort Ihres Kontos bei { $organization } wurde geändert: { $changed_at }. Ihre anderen Geräte wurden abgemeldet.

    Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort und geben Sie uns Bescheid.
password_changed_action = Neues Passwort wählen

sign_in_lockout_subject = Jemand versucht, sich an Ihrem Konto anzumelden
sign_in_lockout_body =
    Guten Tag { $name },

    mehrere Versuche, sich an Ihrem Konto bei { $organization } anzumelden, sind gescheitert. Jeder weitere muss länger warten.

    Wenn Sie das waren, warten Sie etwas oder wählen Sie ein neues Passwort. Wenn nicht, ist niemand hineingekommen, und Sie müssen nichts tun.
sign_in_lockout_action = Neues Passwort wählen

password_reset_subject = Neues Passwort wählen
password_reset_body =
    Guten Tag { $name },

    für Ihr Konto bei { $organization } wurde ein neues Passwort angefordert. Die Schaltfläche funktioniert einmal und { $minutes } Minuten lang.

    Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.
password_reset_action = Neues Passwort wählen

email_change_subject = Bestätigen Sie Ihre neue E-Mail-Adresse
email_change_body =
    Guten Tag { $name },

    Sie möchten sich bei { $organization } künftig mit { $email } anmelden. Bestätigen Sie, dass diese Adresse Ihnen gehört. Der Knopf funktioniert einmal, { $hours } Stunden lang.

    Wenn Sie das nicht wollten, beachten Sie diese Mail nicht: Es ändert sich nichts.
email_change_action = Adresse bestätigen

email_change_asked_subject = Eine andere E-Mail-Adresse wurde angegeben
email_change_asked_body =
    Guten Tag { $name },

    jemand, der in Ihrem Konto bei { $organization } angemeldet ist, möchte sich künftig mit { $email } statt mit dieser Adresse anmelden. Das gilt, sobald es dort bestätigt wird.

    Wenn Sie das nicht waren, wählen Sie jetzt ein neues Passwort: Damit ist die Änderung hinfällig.
email_change_asked_action = Neues Passwort wählen

email_changed_subject = Ihre E-Mail-Adresse wurde geändert
email_changed_body =
    Guten Tag { $name },

    Ihr Konto bei { $organization } gehört jetzt zu { $email } statt zu dieser Adresse: { $changed_at }.

    Wenn Sie das nicht waren, melden Sie sich sofort bei uns.
email_changed_action = Portal öffnen

## Bezeichnungen der Angaben unter dem Text

fact_portal = Portal
fact_user_name = Benutzername
fact_password = Passwort für die erste Anmeldung
fact_invoice = Rechnung
fact_invoices = Rechnungen
fact_due_date = Fällig am
fact_code = Code
fact_receipt = Quittung
fact_date = Datum
fact_customer = Kunde
fact_credit = Als Guthaben behalten

## Rund um jede E-Mail

note_from = Nachricht von { $organization }
link_fallback = Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:
