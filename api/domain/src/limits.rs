//! How long a field may be (§6), in characters unless said otherwise. Nothing is cut silently.

/// Names of organizations, customers, items, taxes.
pub const NAME: usize = 200;
/// First and last name of a person.
pub const PERSON_NAME: usize = 100;
/// E-mail address.
pub const EMAIL: usize = 100;
/// Designation of a contact person.
pub const DESIGNATION: usize = 100;
/// Phone number.
pub const PHONE: usize = 50;
/// Department of a contact person.
pub const DEPARTMENT: usize = 50;
/// First line of an address.
pub const ADDRESS_LINE_1: usize = 500;
/// Second line of an address.
pub const ADDRESS_LINE_2: usize = 255;
/// City.
pub const CITY: usize = 100;
/// State, province or region.
pub const STATE: usize = 100;
/// Country.
pub const COUNTRY: usize = 100;
/// Postal code.
pub const ZIP: usize = 50;
/// Number of a document, prefix included.
pub const DOCUMENT_NUMBER: usize = 100;
/// Name of a line.
pub const LINE_NAME: usize = 100;
/// Description of a line.
pub const LINE_DESCRIPTION: usize = 2_000;
/// Comment.
pub const COMMENT: usize = 2_000;
/// Notes of a document.
pub const NOTES: usize = 5_000;
/// Terms of a document.
pub const TERMS: usize = 10_000;
/// Reason, as for voiding or declining.
pub const REASON: usize = 500;
/// Logo, in bytes: 1 MiB.
pub const LOGO_BYTES: usize = 1 << 20;
/// One attachment, in bytes: 20 MiB.
pub const ATTACHMENT_BYTES: usize = 20 << 20;
/// Attachments of one document.
pub const ATTACHMENTS: usize = 10;
/// Shortest password (§5).
pub const PASSWORD_MIN: usize = 8;
/// Longest password (§5).
pub const PASSWORD_MAX: usize = 128;
/// Prefix of a number series.
pub const NUMBER_PREFIX: usize = 40;
/// Digits to which a number series pads, at most.
pub const NUMBER_PADDING: u8 = 15;
