# Words on invoices and receipts.

invoice = Invoice
receipt = Receipt
draft = Draft
void = Void
paid = Paid

## Beside the title

invoice_number = Invoice number
receipt_number = Receipt number
issue_date = Date of issue
due_date = Date due
payment_date = Date paid
payment_method = Payment method
payment_reference = Reference

## The parties

from = From
bill_to = Bill to
received_from = Received from
tax_id = Tax ID: { $id }

## The headline

amount_due = { $amount } due { $date }
amount_paid = { $amount } paid
amount_received = { $amount } paid on { $date }
pay_online = Pay online

## The table

description = Description
quantity = Qty
unit_price = Unit price
discount = Discount
tax = Tax
amount = Amount
invoice_date = Invoice date
invoice_total = Invoice total

## The sum

subtotal = Subtotal
shipping = Shipping
includes = Includes { $tax }
tax_on = { $tax } on { $base }
rounding = Rounding
total = Total
already_paid = Amount paid
balance = Amount due
credit = Kept as credit
credits_applied = Paid with credit
refunded = Refunded

## Below

notes = Notes
terms = Terms
payment_instructions = How to pay
verify = Check that this document is genuine
page_of = Page { $page } of { $pages }

# What a payer agrees to before a bank debit.
mandate-text = By confirming, you authorise { $organization } and the payment provider it uses to debit this payment from your bank account. The debit may take several days. You can ask your bank for a refund under the terms of your agreement with it, within eight weeks of the debit.
