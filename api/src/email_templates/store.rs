//! The table of templates, and what previews are filled with.

use chrono::NaiveDate;
use entity::{PaymentId, Text, mail_template};
use portico_domain::{language::Language, money::Currency};
use portico_render::mail::Kind;
use sea_orm::{ActiveModelTrait, ColumnTrait, FromQueryResult, IntoActiveModel};

use crate::{
    db::{OrgScope, Tx},
    error::Result,
};

/// Every template that was ever edited.
pub async fn all(tx: &Tx<OrgScope>) -> Result<Vec<mail_template::Model>> {
    Ok(tx.select::<mail_template::Entity>().all().await?)
}

/// A template, if it was ever edited.
pub async fn find(
    tx: &Tx<OrgScope>,
    kind: Kind,
    language: Language,
) -> Result<Option<mail_template::Model>> {
    Ok(tx
        .select::<mail_template::Entity>()
        .filter(mail_template::Column::Kind.eq(kind.as_str()))
        .filter(mail_template::Column::Language.eq(language.code()))
        .one()
        .await?)
}

/// Keeps a template; its version tells whether it is a new one.
pub async fn save(tx: &Tx<OrgScope>, row: mail_template::Model) -> Result<()> {
    let first = row.version == 1;
    let row = row.into_active_model().reset_all();
    if first {
        tx.insert(row).await?;
    } else {
        tx.update(row).await?;
    }
    Ok(())
}

/// A recent document, and whose it is.
#[derive(FromQueryResult)]
pub struct Recent {
    pub customer: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub number: Option<String>,
    pub amount: Option<i64>,
    pub currency: Option<Text<Currency>>,
    pub day: Option<NaiveDate>,
    pub payment_id: Option<PaymentId>,
}

const PERSON: &str = "c.display_name as customer, p.first_name, p.last_name, p.email";
const PEOPLE: &str = "left join contact_person p on p.organization_id = $1 and p.customer_id = c.id and p.is_primary";

/// The latest invoice that was sent.
pub async fn invoice(tx: &Tx<OrgScope>) -> Result<Option<Recent>> {
    one(
        tx,
        &format!(
            "select {PERSON}, d.number, d.total as amount, d.currency, d.due_date as day, null as payment_id \
             from invoice d join customer c on c.organization_id = $1 and c.id = d.customer_id {PEOPLE} \
             where d.organization_id = $1 and d.state = 'sent' and d.number is not null order by d.id desc limit 1"
        ),
    )
    .await
}

/// The latest payment that arrived.
pub async fn payment(tx: &Tx<OrgScope>) -> Result<Option<Recent>> {
    one(
        tx,
        &format!(
            "select {PERSON}, d.number, d.amount, d.currency, d.date as day, d.id as payment_id \
             from payment d join customer c on c.organization_id = $1 and c.id = d.customer_id {PEOPLE} \
             where d.organization_id = $1 and d.state = 'succeeded' and d.number is not null order by d.id desc limit 1"
        ),
    )
    .await
}

/// The latest customer.
pub async fn customer(tx: &Tx<OrgScope>) -> Result<Option<Recent>> {
    one(
        tx,
        &format!(
            "select {PERSON}, null as number, null as amount, null as currency, null as day, null as payment_id \
             from customer c {PEOPLE} where c.organization_id = $1 and c.active order by c.id desc limit 1"
        ),
    )
    .await
}

async fn one(tx: &Tx<OrgScope>, sql: &str) -> Result<Option<Recent>> {
    Ok(tx.query::<Recent>(sql, []).await?.into_iter().next())
}

/// An invoice that a payment paid, and how much of it.
#[derive(FromQueryResult)]
pub struct Paid {
    pub number: String,
    pub amount: i64,
}

/// What a payment paid.
pub async fn paid(tx: &Tx<OrgScope>, payment: PaymentId) -> Result<Vec<Paid>> {
    Ok(tx
        .query(
            "select i.number, cast(sum(a.amount) as bigint) as amount from payment_allocation a \
             join invoice i on i.organization_id = $1 and i.id = a.invoice_id \
             where a.organization_id = $1 and a.payment_id = $2 and i.number is not null \
             group by i.id, i.number having sum(a.amount) > 0 order by i.id limit 5",
            [payment.into()],
        )
        .await?)
}
