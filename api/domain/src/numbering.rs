//! Document numbers (§3): a prefix and a counter.

use crate::text::text_enum;

/// The highest sequence number of a series.
pub const MAX_SEQUENCE: i64 = 999_999_999_999_999;

text_enum! {
    /// A kind of document that has numbers of its own.
    pub enum DocumentType {
        /// Invoice.
        Invoice => "invoice",
        /// Estimate.
        Estimate => "estimate",
        /// Sales order.
        SalesOrder => "sales_order",
        /// Retainer invoice.
        RetainerInvoice => "retainer_invoice",
        /// Credit note.
        CreditNote => "credit_note",
        /// Payment, whose document is the receipt.
        Payment => "payment",
    }
}

impl DocumentType {
    /// The prefix that a new organization starts with.
    #[must_use]
    pub const fn default_prefix(self) -> &'static str {
        match self {
            Self::Invoice => "INV-",
            Self::Estimate => "EST-",
            Self::SalesOrder => "SO-",
            Self::RetainerInvoice => "RET-",
            Self::CreditNote => "CN-",
            Self::Payment => "PAY-",
        }
    }
}

/// Where a series of numbers stands: the next one is `prefix` and `next`, padded with zeros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What every number starts with; may be empty.
    pub prefix: String,
    /// The sequence number to be given next, from 1.
    pub next: i64,
    /// Digits to which shorter numbers are padded.
    pub padding: u8,
}

/// The series has given its last number, [`MAX_SEQUENCE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the number series is exhausted")]
pub struct Exhausted;

impl Series {
    /// The series that a new organization starts with: `INV-000001`.
    #[must_use]
    pub fn default_for(document: DocumentType) -> Self {
        Self {
            prefix: document.default_prefix().to_owned(),
            next: 1,
            padding: 6,
        }
    }

    /// The number that a place in the sequence bears. A number longer than the padding is kept whole.
    #[must_use]
    pub fn format(&self, sequence: i64) -> String {
        format!(
            "{}{sequence:0width$}",
            self.prefix,
            width = usize::from(self.padding)
        )
    }

    /// The place in the sequence that a number bears, if it is written exactly as this series would.
    #[must_use]
    pub fn parse(&self, number: &str) -> Option<i64> {
        let digits = number.strip_prefix(self.prefix.as_str())?;
        let sequence = digits
            .parse()
            .ok()
            .filter(|sequence| (1..=MAX_SEQUENCE).contains(sequence))?;
        (self.format(sequence) == number).then_some(sequence)
    }

    /// Gives the next number with its place in the sequence, and advances.
    ///
    /// # Errors
    /// [`Exhausted`] once the highest sequence number is given.
    pub fn issue(&mut self) -> Result<(i64, String), Exhausted> {
        let sequence = self.next;
        if !(1..=MAX_SEQUENCE).contains(&sequence) {
            return Err(Exhausted);
        }
        self.next = sequence + 1;
        Ok((sequence, self.format(sequence)))
    }

    /// Takes note of a number that a person has typed: if it fits the series, the counter moves
    /// past it, never back. Answers its place in the sequence, or `None` if it doesn't fit.
    pub fn adopt(&mut self, number: &str) -> Option<i64> {
        let sequence = self.parse(number)?;
        self.next = self.next.max(sequence + 1);
        Some(sequence)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn invoices() -> Series {
        Series::default_for(DocumentType::Invoice)
    }

    #[test]
    fn numbers_follow_one_another() {
        let mut series = invoices();
        assert_eq!(series.issue(), Ok((1, "INV-000001".to_owned())));
        assert_eq!(series.issue(), Ok((2, "INV-000002".to_owned())));
        series.next = 1_234_567;
        assert_eq!(series.issue(), Ok((1_234_567, "INV-1234567".to_owned())));
        series.next = MAX_SEQUENCE + 1;
        assert_eq!(series.issue(), Err(Exhausted));
    }

    #[test]
    fn an_own_number_that_fits_moves_the_counter_forward_only() {
        let mut series = invoices();
        assert_eq!(series.adopt("INV-000041"), Some(41));
        assert_eq!(series.next, 42);
        assert_eq!(series.adopt("INV-000007"), Some(7));
        assert_eq!(series.adopt("2026/12"), None);
        assert_eq!(series.next, 42);
    }

    #[test]
    fn only_the_exact_form_fits() {
        for number in [
            "INV-41",
            "INV-0000041",
            "inv-000041",
            "INV-+00041",
            "INV-",
            "INV-000000",
            "INV--00001",
            "INV-9999999999999999",
        ] {
            assert_eq!(invoices().parse(number), None, "{number}");
        }
        assert_eq!(invoices().parse("INV-1000000"), Some(1_000_000));
    }

    proptest! {
        #[test]
        fn what_is_formatted_can_be_parsed(prefix in "[A-Z0-9/-]{0,8}", padding in 0_u8..=15, sequence in 1..=MAX_SEQUENCE) {
            let series = Series { prefix, next: 1, padding };
            prop_assert_eq!(series.parse(&series.format(sequence)), Some(sequence));
        }

        #[test]
        fn never_panics(prefix: String, number: String, next: i64, padding: u8) {
            let mut series = Series { prefix, next, padding };
            let _ = series.adopt(&number);
            let _ = series.issue();
        }
    }
}
