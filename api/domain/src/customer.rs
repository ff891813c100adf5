//! What a customer is to the business and to the tax office (B1, A11).

use crate::text::text_enum;

text_enum! {
    /// Whether a customer is a company or a person.
    pub enum CustomerKind {
        /// A company, with people who act for it.
        Company => "company",
        /// A person who acts for themselves.
        Individual => "individual",
    }
}

text_enum! {
    /// How a customer's documents are taxed.
    pub enum TaxTreatment {
        /// Each line bears its own tax.
        Taxable => "taxable",
        /// No tax is charged, for the reason that the exemption names.
        Exempt => "exempt",
        /// No tax is charged; the customer accounts for it.
        ReverseCharge => "reverse_charge",
    }
}

text_enum! {
    /// What a tax exemption is granted to.
    pub enum ExemptionKind {
        /// Everything that a customer buys.
        Customer => "customer",
        /// One item, whoever buys it.
        Item => "item",
    }
}
