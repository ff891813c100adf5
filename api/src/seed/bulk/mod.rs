//! A business with as many invoices as asked for, written in bulk: for measuring, not for looking at.

mod plan;
mod rows;

use anyhow::{Context, Result};
use chrono::Days;
use entity::{CustomerId, Instant, InvoiceId, OrganizationId, PaymentId, contact_person, customer};
use portico_domain::{ledger::Figure, money::Currency};
use sea_orm::ColumnTrait;

use self::{
    plan::{Plan, is_open},
    rows::AMOUNT,
};
use crate::{
    app::Parts,
    clock::today_at,
    customers,
    db::{Actor, OrgScope, Tx},
    error::Error,
};

/// Invoices written in one transaction.
const BATCH: u64 = 20_000;

/// Whom the invoices are for.
struct Payers {
    /// A customer who can sign in, if there is one.
    favourite: Option<(CustomerId, String)>,
    others: Vec<(CustomerId, String)>,
}

impl Payers {
    fn of(&self, owner: Option<u64>) -> Option<&(CustomerId, String)> {
        match (owner, &self.favourite) {
            (None, Some(favourite)) => Some(favourite),
            (owner, _) => self.others.get(usize::try_from(owner.unwrap_or(0)).ok()?),
        }
    }
}

/// Writes invoices, what paid four fifths of them, and customers into an organization that is there.
/// The customer who can sign in to the portal gets the share of a very large one.
///
/// # Errors
/// If the database refuses.
pub async fn bulk(parts: &Parts, organization: OrganizationId, invoices: u64) -> Result<()> {
    let scope = parts.db.scope_of(organization, Actor::system());
    let plan = Plan::new(invoices);
    let payers = parts
        .db
        .write(scope.clone(), async |tx| insert_customers(tx, &plan).await)
        .await
        .context("customers")?;
    for start in (0..invoices).step_by(usize::try_from(BATCH)?) {
        let range = start..(start + BATCH).min(invoices);
        parts
            .db
            .write(scope.clone(), async |tx| {
                insert_invoices(tx, &plan, &payers, range).await
            })
            .await
            .context("invoices")?;
    }
    Ok(())
}

/// The customers, who owe what the plan says.
async fn insert_customers(tx: &Tx<OrgScope>, plan: &Plan) -> Result<Payers, Error> {
    let favourite = favourite(tx).await?;
    let (mut owed, mut owed_by_favourite) = (vec![0_i64; usize_of(plan.customers)], 0_i64);
    for index in (0..plan.invoices).filter(|index| is_open(*index)) {
        match (plan.owner(index), &favourite) {
            (None, Some(_)) => owed_by_favourite += AMOUNT,
            (owner, _) => {
                if let Some(owed) = owed.get_mut(usize_of(owner.unwrap_or(0))) {
                    *owed += AMOUNT;
                }
            }
        }
    }
    let mut others = Vec::with_capacity(owed.len());
    let (mut customers, mut balances) = (Vec::new(), Vec::new());
    for (owed, index) in owed.into_iter().zip(0_u64..) {
        let (id, name) = (CustomerId(tx.new_uuid()), format!("Customer {index:07}"));
        customers.push(rows::customer(tx, id, &name, owed));
        balances.push(rows::balance(tx, id, owed));
        others.push((id, name));
    }
    tx.insert_many(customers).await?;
    tx.insert_many(balances).await?;
    if let Some((id, _)) = &favourite {
        customers::move_outstanding(tx, *id, Currency::EUR, owed_by_favourite).await?;
    }
    Ok(Payers { favourite, others })
}

/// The first customer who can sign in.
async fn favourite(tx: &Tx<OrgScope>) -> Result<Option<(CustomerId, String)>, Error> {
    let person = tx
        .select::<contact_person::Entity>()
        .filter(contact_person::Column::IdentityId.is_not_null())
        .order(contact_person::Column::Id, sea_orm::Order::Asc)
        .limit(1)
        .one()
        .await?;
    let Some(person) = person else {
        return Ok(None);
    };
    let found = tx.get::<customer::Entity, _>(person.customer_id).await?;
    Ok(found.map(|customer| (customer.id, customer.display_name)))
}

async fn insert_invoices(
    tx: &Tx<OrgScope>,
    plan: &Plan,
    payers: &Payers,
    range: std::ops::Range<u64>,
) -> Result<(), Error> {
    let today = today_at(tx.now(), "UTC");
    let (mut invoices, mut lines) = (Vec::new(), Vec::new());
    let (mut payments, mut allocations) = (Vec::new(), Vec::new());
    for index in range {
        let Some((customer, name)) = payers.of(plan.owner(index)) else {
            continue;
        };
        let date = today
            .checked_sub_days(Days::new(plan.age(index)))
            .unwrap_or(today);
        let made = Made {
            index,
            id: InvoiceId(tx.new_uuid()),
            customer: *customer,
            date,
            now: tx.now(),
        };
        invoices.push(rows::invoice(tx, &made, name));
        lines.push(rows::line(tx, made.id));
        if is_open(index) {
            let due = rows::due_date(&made);
            tx.move_due(*customer, Currency::EUR, due, AMOUNT, 1);
        } else {
            let payment = PaymentId(tx.new_uuid());
            let paid = date.checked_add_days(Days::new(7)).unwrap_or(date);
            let paid = paid.min(today);
            tx.move_figure(Figure::Received, Currency::EUR, paid, AMOUNT, 1);
            payments.push(rows::payment(tx, payment, &made, paid));
            allocations.push(rows::allocation(tx, payment, made.id));
        }
    }
    tx.insert_many(invoices).await?;
    tx.insert_many(lines).await?;
    tx.insert_many(payments).await?;
    Ok(tx.insert_many(allocations).await?)
}

/// What the rows of one invoice have in common.
struct Made {
    index: u64,
    id: InvoiceId,
    customer: CustomerId,
    date: chrono::NaiveDate,
    now: Instant,
}

fn usize_of(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
