//! What the demo business sells.

/// Name, unit, rate in major units of the base currency.
pub const ITEMS: &[(&str, &str, &str)] = &[
    ("Design workshop", "day", "1450"),
    ("Brand identity package", "pc", "4800"),
    ("Website design", "h", "118.50"),
    ("Front-end development", "h", "124"),
    ("Back-end development", "h", "132"),
    ("Copywriting", "h", "85"),
    ("Translation EN–DE", "word", "0.18"),
    ("Photography, half day", "pc", "690"),
    ("Photography, full day", "pc", "1190"),
    ("Illustration", "pc", "240"),
    ("Icon set (24)", "set", "960"),
    ("Usability test (5 people)", "pc", "2150"),
    ("Accessibility audit", "pc", "1980"),
    ("Hosting, standard", "month", "39"),
    ("Hosting, business", "month", "129"),
    ("Support plan", "month", "260"),
    ("Printing, A5 flyer", "100 pc", "42.90"),
    ("Project management", "h", "96"),
];

/// Notes on some invoices.
pub const NOTES: &[&str] = &[
    "Thank you for working with us. We loved this one.",
    "Second half as agreed; the first was billed in spring.",
    "Please quote the invoice number with your transfer.",
];
