//! Why money moved. A movement is never edited: what is taken back is a movement of its own (§4).

use crate::text::text_enum;

text_enum! {
    /// Why a payment's money is on an invoice, or no longer is.
    pub enum AllocationReason {
        /// The payment paid the invoice.
        Allocated => "allocated",
        /// The invoice was voided: its money went to the customer's credit.
        ReleasedByVoid => "released_by_void",
        /// It was taken back from the invoice to be refunded.
        ReleasedByRefund => "released_by_refund",
        /// The refund for which it was taken back failed.
        RefundFailed => "refund_failed",
    }
}

text_enum! {
    /// Why a customer's credit grew or shrank.
    pub enum CreditReason {
        /// A payment was larger than what it paid.
        Excess => "excess",
        /// An invoice with money on it was voided.
        InvoiceVoided => "invoice_voided",
        /// Credit was applied to an invoice.
        Applied => "applied",
        /// Credit that had been applied came back: it was taken off its invoice, or the invoice was voided.
        Unapplied => "unapplied",
        /// Money was set aside to be refunded.
        Refunded => "refunded",
        /// The refund for which it was set aside failed.
        RefundFailed => "refund_failed",
    }
}

text_enum! {
    /// A sum that is kept by day beside the documents it adds up.
    pub enum Figure {
        /// What open invoices still ask for, by due date.
        Due => "due",
        /// What payments brought, by their date, less what was refunded, by the refund's.
        Received => "received",
    }
}
