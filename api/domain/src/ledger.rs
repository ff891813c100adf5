//! Why money moved. A movement is never edited: what is taken back is a movement of its own (§4).

use crate::text::text_enum;

text_enum! {
    /// Why a payment's money is on an invoice, or no longer is.
    pub enum AllocationReason {
        /// The payment paid the invoice.
        Allocated => "allocated",
        /// The invoice was voided: its money went to the customer's credit.
        ReleasedByVoid => "released_by_void",
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
        /// Credit that had been applied came back, since its invoice was voided.
        Unapplied => "unapplied",
    }
}

text_enum! {
    /// A sum that is kept by day beside the documents it adds up.
    pub enum Figure {
        /// What open invoices still ask for, by due date.
        Due => "due",
        /// What payments brought, by their date.
        Received => "received",
    }
}
