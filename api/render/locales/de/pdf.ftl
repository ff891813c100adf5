# Wörter auf Rechnungen und Quittungen.

invoice = Rechnung
receipt = Quittung
draft = Entwurf
void = Storniert
paid = Bezahlt

## Neben dem Titel

invoice_number = Rechnungsnummer
receipt_number = Quittungsnummer
issue_date = Rechnungsdatum
due_date = Fällig am
payment_date = Bezahlt am
payment_method = Zahlungsart
payment_reference = Referenz

## Die Parteien

from = Von
bill_to = Rechnung an
received_from = Erhalten von
tax_id = Steuernummer: { $id }

## Die Überschrift

amount_due = { $amount } fällig am { $date }
amount_paid = { $amount } bezahlt
amount_received = { $amount } bezahlt am { $date }
pay_online = Online bezahlen

## Die Tabelle

description = Beschreibung
quantity = Menge
unit_price = Einzelpreis
discount = Rabatt
tax = Steuer
amount = Betrag
invoice_date = Rechnungsdatum
invoice_total = Rechnungsbetrag

## Die Summe

subtotal = Zwischensumme
shipping = Versand
includes = Enthält { $tax }
tax_on = { $tax } auf { $base }
rounding = Rundung
total = Gesamtbetrag
already_paid = Bereits bezahlt
balance = Offener Betrag
credit = Als Guthaben behalten
credits_applied = Mit Guthaben bezahlt
refunded = Erstattet

## Darunter

notes = Anmerkungen
terms = Bedingungen
payment_instructions = So bezahlen Sie
verify = Echtheit dieses Dokuments prüfen
page_of = Seite { $page } von { $pages }

mandate-text = Mit der Bestätigung ermächtigen Sie { $organization } und den beauftragten Zahlungsdienst, diese Zahlung von Ihrem Bankkonto einzuziehen. Der Einzug kann mehrere Tage dauern. Innerhalb von acht Wochen können Sie von Ihrer Bank die Erstattung verlangen; es gelten die mit ihr vereinbarten Bedingungen.
