//! The demo: a design studio in Berlin with customers all over the world, a year of invoices in every
//! status, payments, and two people to sign in as.

use anyhow::{Context, Result};
use chrono::{Days, NaiveDate};
use entity::{
    BankAccountId, ContactPersonId, CustomerId, Doc, ItemId, MembershipId, OrganizationId,
    PortalIdentityId, StaffUserId, TaxId, Text, bank_account, contact_person, customer, invoice,
    item, membership, number_series, organization, portal_identity, portal_name, records::Address,
    staff_user, tax,
};
use portico_domain::{
    access::MembershipStatus,
    customer::{CustomerKind, TaxTreatment},
    decimal::Decimal,
    language::Language,
    money::{Currency, Money},
    numbering::{DocumentType, Series},
    payment::PaymentMode,
    permission::Role,
    portal_access::PortalAccess,
    totals::Discount,
};
use sea_orm::Set;

use super::{
    people::{PEOPLE, Person},
    wares::{ITEMS, NOTES},
};
use crate::{
    app::Parts,
    clock::today_at,
    db::{Actor, OrgScope, Tx},
    error::Error,
    invoices::demo::{self as invoices, DraftLine},
    organizations,
    pages::Demo,
    passwords,
    payments::demo as payments,
};

const PASSWORD: &str = "violet-harbour-29-lantern";
const STAFF: &str = "ada@brightwater.example";
const INVOICES: u32 = 330;

/// A small generator of its own, so that every demo is the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let sides = u64::try_from(from.len()).unwrap_or(1).max(1);
        from.get(usize::try_from(self.roll(sides)).unwrap_or(0))
    }
}

/// What the rest of the demo is made with.
struct Studio {
    customers: Vec<(CustomerId, &'static Person)>,
    vat: TaxId,
    reduced: TaxId,
    today: NaiveDate,
}

/// Makes the demo and writes its sign-ins down.
///
/// # Errors
/// If it was made before, or the database refuses.
pub async fn demo(parts: &Parts) -> Result<Demo> {
    let organization_id = OrganizationId(parts.db.clock().new_uuid());
    let scope = parts.db.scope_of(organization_id, Actor::system());
    let hash = passwords::hash(PASSWORD.to_owned()).await?;
    let logo_key = format!("{organization_id}/logo/demo.png");
    parts.files.storage.put(&logo_key, &logo()?).await?;

    let studio = parts
        .db
        .write(scope.clone(), async |tx| -> Result<Studio, Error> {
            insert_organization(tx, logo_key, &hash).await?;
            let (vat, reduced) = insert_taxes(tx).await?;
            insert_items(tx, vat).await?;
            let customers = insert_customers(tx, &hash).await?;
            Ok(Studio {
                customers,
                vat,
                reduced,
                today: today_at(tx.now(), "Europe/Berlin"),
            })
        })
        .await
        .context("the demo organization")?;
    let mut dice = Dice(2026);
    for index in 0..INVOICES {
        parts
            .db
            .write(scope.clone(), async |tx| {
                write_invoice(tx, &studio, &mut dice, index).await
            })
            .await
            .with_context(|| format!("demo invoice {index}"))?;
    }
    let demo = Demo {
        portal_name: "brightwater-studio".to_owned(),
        email: email_of(PEOPLE.first().context("there are customers")?),
        password: PASSWORD.to_owned(),
        staff_email: STAFF.to_owned(),
        staff_password: PASSWORD.to_owned(),
    };
    demo.write(&parts.config)?;
    Ok(demo)
}

async fn insert_organization(tx: &Tx<OrgScope>, logo_key: String, hash: &str) -> Result<(), Error> {
    tx.global()
        .insert(organization::ActiveModel {
            name: Set("Brightwater Studio".to_owned()),
            portal_name: Set("brightwater-studio".to_owned()),
            address: Set(Doc(Address {
                street: Some("Oranienstraße 183".to_owned()),
                zip: Some("10999".to_owned()),
                city: Some("Berlin".to_owned()),
                country: Some("DE".to_owned()),
                ..Address::default()
            })),
            email: Set(Some("studio@brightwater.example".to_owned())),
            phone: Set(Some("+49 30 5550 142".to_owned())),
            website: Set(Some("https://brightwater.example".to_owned())),
            tax_registration: Set(Some("DE 314 159 265".to_owned())),
            base_currency: Set(Text(Currency::EUR)),
            time_zone: Set("Europe/Berlin".to_owned()),
            language: Set(Text(Language::En)),
            banner_message: Set(Some(
                "Our studio is closed from 24 December to 2 January.".to_owned(),
            )),
            payment_instructions: Set(Some(
                "Pay in your portal by card, direct debit or bank transfer; our bank details are there.".to_owned(),
            )),
            invoice_terms: Set(Some(
                "Payable without deduction by the due date.".to_owned(),
            )),
            logo_key: Set(Some(logo_key)),
            allow_signup: Set(true),
            ..organizations::defaults(tx)
        })
        .await?;
    tx.insert(bank_account::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(BankAccountId(tx.new_uuid())),
        currency: Set(Some(Text(Currency::EUR))),
        holder: Set("Brightwater Studio".to_owned()),
        iban: Set(Some("DE02120300000000202051".to_owned())),
        bic: Set(Some("BYLADEM1001".to_owned())),
        account_number: Set(None),
        routing_number: Set(None),
        bank_name: Set("Deutsche Kreditbank".to_owned()),
        note: Set(None),
        created_at: Set(tx.now()),
    })
    .await?;
    tx.global()
        .insert(portal_name::ActiveModel {
            name: Set("brightwater-studio".to_owned()),
            organization_id: Set(tx.organization()),
            claimed_at: Set(tx.now()),
        })
        .await?;
    for (email, name, role) in [
        (STAFF, "Ada Holm", Role::Owner),
        ("ben@brightwater.example", "Ben Okafor", Role::Staff),
    ] {
        let user = tx
            .global()
            .insert(staff_user::ActiveModel {
                id: Set(StaffUserId(tx.new_uuid())),
                email: Set(email.to_owned()),
                name: Set(name.to_owned()),
                password_hash: Set(hash.to_owned()),
                last_sign_in_at: Set(None),
                created_at: Set(tx.now()),
            })
            .await?;
        tx.global()
            .insert(membership::ActiveModel {
                id: Set(MembershipId(tx.new_uuid())),
                organization_id: Set(tx.organization()),
                user_id: Set(Some(user.id)),
                email: Set(email.to_owned()),
                name: Set(name.to_owned()),
                role: Set(Text(role)),
                status: Set(Text(MembershipStatus::Active)),
                invited_at: Set(None),
                created_at: Set(tx.now()),
            })
            .await?;
    }
    let series = DocumentType::ALL.iter().map(|document| {
        let series = Series::default_for(*document);
        number_series::ActiveModel {
            organization_id: Set(tx.organization()),
            document_type: Set(Text(*document)),
            prefix: Set(series.prefix),
            next_number: Set(series.next),
            padding: Set(series.padding.into()),
        }
    });
    Ok(tx.insert_many(series.collect()).await?)
}

async fn insert_taxes(tx: &Tx<OrgScope>) -> Result<(TaxId, TaxId), Error> {
    let mut ids = Vec::new();
    for (name, rate, is_default) in [("VAT", "19", true), ("VAT reduced", "7", false)] {
        let id = TaxId(tx.new_uuid());
        tx.insert(tax::ActiveModel {
            organization_id: Set(tx.organization()),
            id: Set(id),
            version: Set(1),
            name: Set(name.to_owned()),
            rate: Set(decimal(rate).micros()),
            compound: Set(false),
            authority_id: Set(None),
            is_default: Set(is_default),
            active: Set(true),
            created_at: Set(tx.now()),
        })
        .await?;
        ids.push(id);
    }
    match ids.as_slice() {
        [vat, reduced] => Ok((*vat, *reduced)),
        _ => Err(Error::not_found()),
    }
}

async fn insert_items(tx: &Tx<OrgScope>, vat: TaxId) -> Result<(), Error> {
    let rows = ITEMS
        .iter()
        .zip(1..)
        .map(|((name, unit, rate), number)| item::ActiveModel {
            organization_id: Set(tx.organization()),
            id: Set(ItemId(tx.new_uuid())),
            version: Set(1),
            name: Set((*name).to_owned()),
            description: Set(None),
            sku: Set(Some(format!("BW-{number:03}"))),
            unit: Set(Some((*unit).to_owned())),
            rate: Set(decimal(rate).micros()),
            currency: Set(Text(Currency::EUR)),
            tax_id: Set(Some(vat.0)),
            search: Set(format!("{name} bw-{number:03}").to_lowercase()),
            active: Set(true),
            created_at: Set(tx.now()),
        });
    Ok(tx.insert_many(rows.collect()).await?)
}

async fn insert_customers(
    tx: &Tx<OrgScope>,
    hash: &str,
) -> Result<Vec<(CustomerId, &'static Person)>, Error> {
    let mut made = Vec::with_capacity(PEOPLE.len());
    for (index, person) in PEOPLE.iter().enumerate() {
        let id = CustomerId(tx.new_uuid());
        let access = match index {
            0 => PortalAccess::Accepted,
            1 | 13 | 30 => PortalAccess::Invited,
            _ => PortalAccess::None,
        };
        insert_customer(tx, id, person, access).await?;
        insert_person(tx, id, person, access, hash).await?;
        made.push((id, person));
    }
    Ok(made)
}

async fn insert_customer(
    tx: &Tx<OrgScope>,
    id: CustomerId,
    person: &Person,
    access: PortalAccess,
) -> Result<(), Error> {
    let abroad = person.country != "DE";
    let address = Address {
        street: Some(person.street.to_owned()),
        zip: Some(person.zip.to_owned()),
        city: Some(person.city.to_owned()),
        country: Some(person.country.to_owned()),
        ..Address::default()
    };
    tx.insert(customer::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(id),
        version: Set(1),
        kind: Set(Text(CustomerKind::Company)),
        display_name: Set(person.company.to_owned()),
        company_name: Set(Some(person.company.to_owned())),
        email: Set(Some(email_of(person))),
        phone: Set(None),
        currency: Set(Text(currency_of(person))),
        payment_terms_days: Set(14),
        language: Set(person.language.parse().ok().map(Text)),
        tax_treatment: Set(Text(if abroad {
            TaxTreatment::ReverseCharge
        } else {
            TaxTreatment::Taxable
        })),
        tax_id: Set(None),
        tax_exemption_id: Set(None),
        billing_address: Set(Doc(address.clone())),
        shipping_address: Set(Doc(address)),
        notes: Set(None),
        allow_bank_debit: Set(false),
        opening_balance: Set(0),
        credit_limit: Set(None),
        portal_status: Set(Text(access)),
        search: Set(format!(
            "{} {} {} {}",
            person.company,
            person.first,
            person.last,
            email_of(person)
        )
        .to_lowercase()),
        active: Set(true),
        outstanding: Set(0),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        company_phone: Set(None),
        website: Set(None),
    })
    .await?;
    Ok(())
}

async fn insert_person(
    tx: &Tx<OrgScope>,
    customer: CustomerId,
    person: &Person,
    access: PortalAccess,
    hash: &str,
) -> Result<(), Error> {
    let accepted = access == PortalAccess::Accepted;
    let identity = if accepted {
        let identity = tx
            .insert(portal_identity::ActiveModel {
                organization_id: Set(tx.organization()),
                id: Set(PortalIdentityId(tx.new_uuid())),
                email: Set(email_of(person)),
                password_hash: Set(hash.to_owned()),
                first_password_hash: Set(None),
                last_sign_in_at: Set(None),
                created_at: Set(tx.now()),
                pending_email: Set(None),
                email_asked_at: Set(None),
            })
            .await?;
        Some(identity.id)
    } else {
        None
    };
    let invited = access != PortalAccess::None;
    tx.insert(contact_person::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(ContactPersonId(tx.new_uuid())),
        customer_id: Set(customer),
        identity_id: Set(identity),
        salutation: Set(None),
        first_name: Set(person.first.to_owned()),
        last_name: Set(person.last.to_owned()),
        email: Set(Some(email_of(person))),
        phone: Set(None),
        designation: Set(None),
        department: Set(None),
        is_primary: Set(true),
        portal_status: Set(Text(access)),
        invited_at: Set(invited.then(|| tx.now())),
        invited_by: Set(invited.then(|| "Ada Holm".to_owned())),
        invitation_expires_at: Set(invited.then(|| tx.now().plus_seconds(14 * 86_400))),
        invited_with_password: Set(false),
        accepted_at: Set(accepted.then(|| tx.now())),
        last_sign_in_at: Set(None),
        created_at: Set(tx.now()),
        version: Set(1),
        portal_modules: Set(None),
    })
    .await?;
    Ok(())
}

/// One invoice, dated within the last year, in a status that its age makes likely.
async fn write_invoice(
    tx: &Tx<OrgScope>,
    studio: &Studio,
    dice: &mut Dice,
    index: u32,
) -> Result<(), Error> {
    // The oldest first, so that numbers follow dates; every ninth is the demo customer's.
    let age = u64::from(INVOICES - index) * 350 / u64::from(INVOICES);
    let date = studio
        .today
        .checked_sub_days(Days::new(age))
        .unwrap_or(studio.today);
    let chosen = if index % 9 == 4 {
        studio.customers.first()
    } else {
        dice.pick(&studio.customers)
    };
    let Some((customer, person)) = chosen else {
        return Ok(());
    };
    let lines = (0..=dice.roll(4))
        .filter_map(|_| line(studio, dice, currency_of(person)))
        .collect();
    let discount = (dice.roll(10) == 0).then(|| Discount::Percent(decimal("5")));
    let note = if dice.roll(6) == 0 {
        dice.pick(NOTES).copied()
    } else {
        None
    };
    let partial = dice.roll(3) == 0;
    let id = invoices::draft(tx, *customer, date, lines, discount, note, partial).await?;
    if dice.roll(25) == 0 {
        return Ok(());
    }
    let invoice = invoices::send(tx, id, date).await?;
    if dice.roll(40) == 0 {
        return invoices::void(tx, id, "Written for the wrong project", date).await;
    }
    if dice.roll(3) > 0 {
        invoices::viewed(tx, id, &format!("{} {}", person.first, person.last)).await?;
    }
    settle(tx, studio, dice, &invoice, age).await
}

/// Most old invoices were paid; a few partly, a few not at all.
async fn settle(
    tx: &Tx<OrgScope>,
    studio: &Studio,
    dice: &mut Dice,
    invoice: &invoice::Model,
    age: u64,
) -> Result<(), Error> {
    if age < 4 || dice.roll(100) >= if age > 30 { 88 } else { 35 } || invoice.balance == 0 {
        return Ok(());
    }
    let part = if dice.roll(12) == 0 && invoice.balance > 1000 {
        invoice.balance / 2
    } else {
        invoice.balance
    };
    let extra = if dice.roll(60) == 0 { 1500 } else { 0 };
    let paid_on = invoice
        .date
        .checked_add_days(Days::new(2 + dice.roll(18)))
        .unwrap_or(studio.today)
        .min(studio.today);
    let mode = dice.pick(&[
        PaymentMode::BankTransfer,
        PaymentMode::BankTransfer,
        PaymentMode::Card,
        PaymentMode::Cash,
    ]);
    let amount = Money::new(part + extra, invoice.currency.0);
    payments::record(
        tx,
        invoice,
        amount,
        part,
        mode.copied().unwrap_or(PaymentMode::Other),
        paid_on,
    )
    .await
}

fn line(studio: &Studio, dice: &mut Dice, currency: Currency) -> Option<DraftLine> {
    let (name, unit, rate) = dice.pick(ITEMS)?;
    let quantity = match *unit {
        "h" => decimal("0.5").micros() * i64::try_from(1 + dice.roll(60)).ok()?,
        "word" => decimal("100").micros() * i64::try_from(3 + dice.roll(40)).ok()?,
        _ => decimal("1").micros() * i64::try_from(1 + dice.roll(3)).ok()?,
    };
    // A rough price in the customer's currency.
    let factor = match currency.code() {
        "JPY" => 160,
        "SEK" => 11,
        _ => 1,
    };
    Some(DraftLine {
        name: (*name).to_owned(),
        unit: (*unit).to_owned(),
        quantity: Decimal::from_micros(quantity),
        rate: Decimal::from_micros(decimal(rate).micros() * factor),
        tax_id: if dice.roll(8) == 0 {
            studio.reduced
        } else {
            studio.vat
        },
    })
}

fn currency_of(person: &Person) -> Currency {
    person.currency.parse().unwrap_or(Currency::EUR)
}

/// `grace@hopper-sons.example`, as far as the names have Latin letters.
fn email_of(person: &Person) -> String {
    if person.last == "Hopper" {
        return "grace@hopper.example".to_owned();
    }
    let place = portico_domain::portal_name::slug(person.company);
    let first = portico_domain::portal_name::slug(person.first);
    if place == "organization" {
        return format!(
            "office@{}.example",
            person.zip.replace(|c: char| !c.is_ascii_alphanumeric(), "")
        );
    }
    format!(
        "{}@{place}.example",
        if first == "organization" {
            "office"
        } else {
            &first
        }
    )
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or(Decimal::ZERO)
}

/// The studio's logo as PNG.
fn logo() -> Result<Vec<u8>> {
    use resvg::{tiny_skia, usvg};
    let tree = usvg::Tree::from_str(include_str!("logo.svg"), &usvg::Options::default())?;
    let mut pixels = tiny_skia::Pixmap::new(480, 120).context("an image")?;
    resvg::render(&tree, tiny_skia::Transform::default(), &mut pixels.as_mut());
    Ok(pixels.encode_png()?)
}
