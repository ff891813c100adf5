//! Documents for the tests, as customers get them.

use chrono::NaiveDate;
use portico_domain::language::Language;
use portico_domain::money::Currency;

use super::*;

/// A day of the samples' year.
pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(ToString::to_string).collect()
}

pub(super) fn line(
    name: &str,
    description: Option<&str>,
    quantity: &str,
    rate: &str,
    amount: i64,
) -> InvoiceLine {
    InvoiceLine {
        name: name.to_owned(),
        description: description.map(str::to_owned),
        quantity: quantity.parse().unwrap(),
        unit: None,
        rate: rate.parse().unwrap(),
        discount: None,
        tax: None,
        amount,
    }
}

/// Who issues the samples.
pub(super) fn organization() -> Organization {
    Organization {
        name: "Northwind Studio Ltd".to_owned(),
        address: owned(&["12 Harbour Street", "Bristol BS1 4QA", "United Kingdom"]),
        tax_registration: Some("GB 123 4567 89".to_owned()),
        email: Some("billing@northwind.test".to_owned()),
        phone: Some("+44 117 496 0000".to_owned()),
        website: Some("northwind.test".to_owned()),
        logo: None,
        accent: "#635bff".parse().unwrap(),
    }
}

/// An unpaid invoice in English.
pub(super) fn english() -> InvoicePdf {
    let mut lines = vec![
        line(
            "Brand identity",
            Some("Logo, typography and colour system,\nincluding two rounds of changes"),
            "1",
            "1800",
            180_000,
        ),
        line(
            "Website design",
            Some("Six templates, phone and desktop"),
            "24.5",
            "95",
            232_750,
        ),
        line("Hosting", None, "12", "18.50", 22_200),
    ];
    lines[1].unit = Some("h".to_owned());
    lines[1].discount = Some(Discount::Percent("10".parse().unwrap()));
    lines[1].amount = 209_475;
    for line in &mut lines {
        line.tax = Some("VAT 20%".to_owned());
    }
    InvoicePdf {
        organization: organization(),
        customer: Customer {
            name: "Contoso Travel Inc.".to_owned(),
            address: owned(&["Attn. Ada Lovelace", "500 Market Street, Suite 200", "San Francisco, CA 94105", "United States"]),
            tax_id: None,
        },
        number: Some("INV-00042".to_owned()),
        date: day(3, 2),
        due_date: day(4, 1),
        stamp: None,
        currency: Currency::EUR,
        lines,
        subtotal: 411_675,
        discount: 0,
        discount_after_tax: false,
        shipping: 0,
        taxes: vec![TaxRow { label: "VAT 20%".to_owned(), base: Some(411_675), amount: 82_335 }],
        taxes_included: false,
        adjustment: None,
        rounding: 0,
        total: 494_010,
        paid: 0,
        credits: 0,
        balance: 494_010,
        notes: Some("Thank you for your business. It was a pleasure to work with you on the relaunch.".to_owned()),
        terms: Some("Payable within 30 days without deduction. Goods remain our property until paid in full.".to_owned()),
        payment_instructions: Some("Account holder: Northwind Studio Ltd\nIBAN: GB29 NWBK 6016 1331 9268 19\nBIC: NWBKGB2L\nReference: INV-00042".to_owned()),
        pay_url: Some("https://portal.northwind.test/pay/8Yh2k".to_owned()),
        verify_url: Some("https://portal.northwind.test/check/K7Q2-9XMD".to_owned()),
        language: Language::En,
    }
}

/// A partly paid invoice in German, with every row the sum can have.
pub(super) fn german() -> InvoicePdf {
    let mut lines = vec![
        line(
            "Beratung Datenschutz",
            Some("Prüfung der Auftragsverarbeitungsverträge gemäß Art. 28 DSGVO"),
            "7.5",
            "140",
            105_000,
        ),
        line(
            "Fachbuch „Rechnungen richtig schreiben“",
            None,
            "3",
            "39.90",
            11_970,
        ),
        line(
            "Cloud-Speicher, abgerechnet nach GB und Stunde",
            None,
            "18250",
            "0.0125",
            22_813,
        ),
    ];
    lines[0].unit = Some("Std.".to_owned());
    lines[2].unit = Some("GB·h".to_owned());
    lines[1].discount = Some(Discount::Amount(1_000));
    lines[1].amount = 10_970;
    for (line, tax) in lines.iter_mut().zip(["USt. 19 %", "USt. 7 %", "USt. 19 %"]) {
        line.tax = Some(tax.to_owned());
    }
    InvoicePdf {
        organization: Organization {
            name: "Müller & Söhne Systemhaus GmbH".to_owned(),
            address: owned(&["Königsallee 92a", "40212 Düsseldorf"]),
            tax_registration: Some("DE 811 907 980".to_owned()),
            email: Some("rechnung@mueller-soehne.test".to_owned()),
            phone: Some("+49 211 5550 100".to_owned()),
            website: None,
            logo: Some(logo()),
            accent: "#0f766e".parse().unwrap(),
        },
        customer: Customer {
            name: "Bäckerei Grünwald OHG".to_owned(),
            address: owned(&["Frau Ümit Özgür", "Straße des 17. Juni 135", "10623 Berlin"]),
            tax_id: Some("DE 136 695 976".to_owned()),
        },
        number: Some("RE-2026-0117".to_owned()),
        subtotal: 138_783,
        discount: 5_000,
        shipping: 690,
        taxes: vec![
            TaxRow {
                label: "USt. 19 %".to_owned(),
                base: Some(123_899),
                amount: 23_541,
            },
            TaxRow {
                label: "USt. 7 %".to_owned(),
                base: Some(10_574),
                amount: 740,
            },
        ],
        adjustment: Some(Adjustment {
            name: "Treuebonus".to_owned(),
            amount: -754,
        }),
        rounding: -23,
        total: 158_000,
        paid: 50_000,
        credits: 0,
        balance: 108_000,
        lines,
        notes: None,
        terms: Some("Zahlbar innerhalb von 30 Tagen ohne Abzug.".to_owned()),
        payment_instructions: Some("IBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX".to_owned()),
        language: Language::De,
        ..english()
    }
}

/// An invoice in Arabic, with an English name and mixed lines.
pub(super) fn arabic() -> InvoicePdf {
    let mut lines = vec![
        line(
            "تصميم الهوية البصرية",
            Some("الشعار والألوان والخطوط، بما في ذلك جولتان من التعديلات"),
            "1",
            "6500",
            650_000,
        ),
        line(
            "استضافة Premium Hosting لمدة 12 شهرًا",
            None,
            "12",
            "75.5",
            90_600,
        ),
        line(
            "Website design",
            Some("Six templates"),
            "20",
            "300",
            600_000,
        ),
    ];
    lines[2].unit = Some("ساعة".to_owned());
    for line in &mut lines {
        line.tax = Some("ضريبة القيمة المضافة 5%".to_owned());
    }
    InvoicePdf {
        organization: Organization {
            name: "شركة الأفق للتصميم ذ.م.م".to_owned(),
            address: owned(&[
                "شارع الشيخ زايد 15، مكتب 1204",
                "دبي",
                "الإمارات العربية المتحدة",
            ]),
            tax_registration: Some("100-2345-6789-003".to_owned()),
            email: Some("billing@alufuq.test".to_owned()),
            phone: Some("+971 4 555 0100".to_owned()),
            website: None,
            logo: None,
            accent: "#b45309".parse().unwrap(),
        },
        customer: Customer {
            name: "Contoso Travel LLC".to_owned(),
            address: owned(&["عناية السيدة ليلى حداد", "برج البحيرة 7", "أبوظبي"]),
            tax_id: Some("100-9876-5432-003".to_owned()),
        },
        currency: "AED".parse().unwrap(),
        lines,
        subtotal: 1_340_600,
        taxes: vec![TaxRow {
            label: "ضريبة القيمة المضافة 5%".to_owned(),
            base: Some(1_340_600),
            amount: 67_030,
        }],
        total: 1_407_630,
        paid: 400_000,
        credits: 0,
        balance: 1_007_630,
        notes: Some(
            "شكرًا لتعاملكم معنا. للاستفسار اتصلوا على +971 4 555 0100 أو راسلونا.".to_owned(),
        ),
        terms: Some("يستحق الدفع خلال 30 يومًا من تاريخ الفاتورة.".to_owned()),
        payment_instructions: Some(
            "رقم الآيبان: AE07 0331 2345 6789 0123 456\nاسم البنك: بنك الإمارات".to_owned(),
        ),
        language: Language::Ar,
        ..english()
    }
}

/// A receipt for a payment of two invoices and some more.
pub(super) fn receipt(language: Language) -> ReceiptPdf {
    ReceiptPdf {
        organization: organization(),
        customer: english().customer,
        number: "PAY-00017".to_owned(),
        date: day(3, 20),
        method: Some("Visa •••• 4242".to_owned()),
        reference: Some("ch_3Nk2x8".to_owned()),
        currency: Currency::EUR,
        amount: 550_000,
        invoices: vec![
            PaidInvoice {
                number: "INV-00041".to_owned(),
                date: day(2, 2),
                total: 120_000,
                paid: 20_000,
            },
            PaidInvoice {
                number: "INV-00042".to_owned(),
                date: day(3, 2),
                total: 494_010,
                paid: 494_010,
            },
        ],
        credit: 35_990,
        refunded: 0,
        notes: None,
        verify_url: None,
        language,
    }
}

/// A PNG of 180 × 48 pixels: a teal square beside a bar, uncompressed.
pub(super) fn logo() -> Vec<u8> {
    include_bytes!("../../tests/logo.png").to_vec()
}
