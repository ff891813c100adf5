//! The SQL of payments.

mod attempts;
mod checks;
mod refunds;
mod shares;

pub use attempts::{
    InFlight, decided_since, find_attempt, in_flight, just_made, others_processing,
};
pub use checks::{check_of, note_answer, note_difference, note_silence, stuck};
pub use refunds::{
    NewRefund, RefundChange, get_refund, insert_refund, lock_refund, open_refunds, open_refunds_of,
    refunds, save_refund, touch_refund,
};
pub use shares::{Share, shares};

use chrono::NaiveDate;
use entity::{
    CreditEntryId, CustomerId, Doc, Instant, PaymentId, PaymentMethodId, Text, credit_entry,
    payment,
    records::{CardSummary, Mandate, PaymentFailure, PlannedAllocation},
};
use portico_domain::{
    ledger::CreditReason,
    live::LiveKind,
    money::Currency,
    payment::{PaymentMode, PaymentState},
};
use sea_orm::{
    ColumnTrait, IntoActiveModel, Order, Set,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    db::{self, Key, OrgScope, Page, Scope, Scoped, Sees, SortKey, Sortable, Tx, contains},
    error::{Error, Result},
    list_query,
};

impl Sortable for payment::Entity {
    const SORTS: &'static [SortKey<Self>] = &[
        SortKey {
            name: "date",
            column: payment::Column::Date,
            key: |row| Key::Date(row.date),
        },
        SortKey {
            name: "amount",
            column: payment::Column::Amount,
            key: |row| Key::Int(row.amount),
        },
    ];
    const DEFAULT_DESCENDING: bool = true;
    const ID: Self::Column = payment::Column::Id;
    fn id(row: &payment::Model) -> Uuid {
        row.id.0
    }
}

list_query! {
    /// Which payments, and in which order: `date` (newest first by default) or `amount`.
    pub struct PaymentQuery {
        /// Of one customer.
        pub customer_id: CustomerId,
        #[param(value_type = Option<String>, example = "succeeded")]
        pub state: PaymentState,
        #[param(value_type = Option<String>, example = "card")]
        pub mode: PaymentMode,
        /// From this day on.
        pub date_from: NaiveDate,
        /// Up to this day.
        pub date_to: NaiveDate,
        /// Looks in the number.
        pub q: String,
        /// `all`, or `invoice` for those that paid invoices.
        #[param(example = "all")]
        pub kind: String,
    }
}

/// A page of the payments that exist for the scope.
pub async fn list<S>(tx: &Tx<S>, query: &PaymentQuery) -> Result<Page<payment::Model>>
where
    S: Scope + Sees<payment::Entity>,
{
    matching(tx, query)?.page(&query.page()).await
}

/// The same without attempts that came to nothing or still wait for their payer: the customer's payments made.
pub async fn list_made<S>(tx: &Tx<S>, query: &PaymentQuery) -> Result<Page<payment::Model>>
where
    S: Scope + Sees<payment::Entity>,
{
    let made = [PaymentState::Pending, PaymentState::Succeeded].map(PaymentState::as_str);
    matching(tx, query)?
        .filter(payment::Column::State.is_in(made))
        .page(&query.page())
        .await
}

fn matching<'t, S>(tx: &'t Tx<S>, query: &PaymentQuery) -> Result<Scoped<'t, payment::Entity>>
where
    S: Scope + Sees<payment::Entity>,
{
    if query
        .kind
        .as_deref()
        .is_some_and(|kind| !["all", "invoice"].contains(&kind))
    {
        return Err(Error::parameter("kind", "must be all or invoice"));
    }
    let paid_invoices = Expr::col(payment::Column::Unused).lt(Expr::col(payment::Column::Amount));
    let invoices_only = query.kind.as_deref() == Some("invoice");
    Ok(tx
        .select::<payment::Entity>()
        .filter_option(
            query
                .customer_id
                .map(|id| payment::Column::CustomerId.eq(id)),
        )
        .filter_option(
            query
                .state
                .map(|state| payment::Column::State.eq(state.as_str())),
        )
        .filter_option(
            query
                .mode
                .map(|mode| payment::Column::Mode.eq(mode.as_str())),
        )
        .filter_option(query.date_from.map(|date| payment::Column::Date.gte(date)))
        .filter_option(query.date_to.map(|date| payment::Column::Date.lte(date)))
        .filter_option(
            query
                .q
                .as_deref()
                .map(|text| contains(payment::Column::Search, text)),
        )
        .filter_option(invoices_only.then_some(paid_invoices)))
}

/// A payment that exists for this scope.
pub async fn get<S>(tx: &Tx<S>, id: PaymentId) -> Result<payment::Model>
where
    S: Scope + Sees<payment::Entity>,
{
    tx.get::<payment::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// A payment, locked until the transaction ends.
pub async fn lock(tx: &Tx<OrgScope>, id: PaymentId) -> Result<payment::Model> {
    tx.lock::<payment::Entity, _>(id)
        .await?
        .ok_or_else(Error::not_found)
}

/// The last successful payment of the scope's customer.
///
/// # Errors
/// Those of the database.
pub async fn last_of_customer<S>(tx: &Tx<S>) -> Result<Option<payment::Model>>
where
    S: Scope + Sees<payment::Entity>,
{
    Ok(tx
        .select::<payment::Entity>()
        .filter(payment::Column::State.eq(PaymentState::Succeeded.as_str()))
        .order(payment::Column::Date, Order::Desc)
        .order(payment::Column::Id, Order::Desc)
        .limit(1)
        .one()
        .await?)
}

/// The newest successful payments.
///
/// # Errors
/// Those of the database.
pub async fn recent(tx: &Tx<OrgScope>, limit: u64) -> Result<Vec<payment::Model>> {
    Ok(tx
        .select::<payment::Entity>()
        .filter(payment::Column::State.eq(PaymentState::Succeeded.as_str()))
        .order(payment::Column::Date, Order::Desc)
        .order(payment::Column::Id, Order::Desc)
        .limit(limit)
        .all()
        .await?)
}

/// What a new payment is made of.
pub struct NewPayment {
    pub id: PaymentId,
    pub customer_id: CustomerId,
    pub date: NaiveDate,
    pub currency: Currency,
    pub amount: i64,
    pub bank_charges: i64,
    pub mode: PaymentMode,
    pub reference: Option<String>,
    pub notes: Option<String>,
    pub state: PaymentState,
    pub gateway: Option<String>,
    pub planned: Vec<PlannedAllocation>,
    pub person_id: Option<entity::ContactPersonId>,
    pub mandate: Option<Mandate>,
    pub keep_method: bool,
    /// What is kept and charged.
    pub payment_method_id: Option<PaymentMethodId>,
    /// Whether the payer is away.
    pub off_session: bool,
}

/// Keeps a new payment; all of it is unused until it is allocated.
pub async fn insert(tx: &Tx<OrgScope>, new: NewPayment) -> Result<payment::Model> {
    let row = payment::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(new.id),
        customer_id: Set(new.customer_id),
        number: Set(None),
        search: Set(new.reference.clone().unwrap_or_default().to_lowercase()),
        date: Set(new.date),
        currency: Set(Text(new.currency)),
        amount: Set(new.amount),
        unused: Set(new.amount),
        refunded: Set(0),
        refunding: Set(0),
        bank_charges: Set(new.bank_charges),
        mode: Set(Text(new.mode)),
        reference: Set(new.reference),
        notes: Set(new.notes),
        state: Set(Text(new.state)),
        gateway: Set(new.gateway),
        gateway_intent_id: Set(None),
        method: Set(None),
        planned: Set(Doc(new.planned)),
        failure: Set(None),
        mandate: Set(new.mandate.map(Doc)),
        person_id: Set(new.person_id),
        keep_method: Set(new.keep_method),
        payment_method_id: Set(new.payment_method_id),
        off_session: Set(new.off_session),
        disputed_at: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    };
    Ok(told(tx, tx.insert(row).await?))
}

/// Tells live that a payment changed, every step of its way.
fn told(tx: &Tx<OrgScope>, payment: payment::Model) -> payment::Model {
    tx.changed(db::Change {
        kind: LiveKind::Payment,
        id: payment.id.0,
        customer_id: Some(payment.customer_id),
    });
    payment
}

/// Why it failed, or that it no longer has.
pub struct Failure(pub Option<PaymentFailure>);

/// What may change of a payment.
#[derive(Default)]
pub struct Change {
    pub state: Option<PaymentState>,
    pub number: Option<String>,
    pub unused: Option<i64>,
    /// What was taken instead, of a payment that is not booked yet: all of it is unused.
    pub amount: Option<i64>,
    /// How much of it is refunded, and how much is set aside to be.
    pub refunds: Option<(i64, i64)>,
    pub date: Option<NaiveDate>,
    pub intent_id: Option<String>,
    pub method: Option<CardSummary>,
    pub disputed_at: Option<Instant>,
    /// None leaves it; `Some(Failure(None))` clears it.
    pub failure: Option<Failure>,
}

/// Changes a locked payment.
pub async fn save(
    tx: &Tx<OrgScope>,
    payment: payment::Model,
    change: Change,
) -> Result<payment::Model> {
    let search = change
        .number
        .as_ref()
        .map(|number| format!("{number} {}", payment.search).to_lowercase());
    let mut row = payment.into_active_model();
    if let Some(state) = change.state {
        row.state = Set(Text(state));
    }
    if let Some(number) = change.number {
        row.number = Set(Some(number));
    }
    if let Some(search) = search {
        row.search = Set(search);
    }
    if let Some(amount) = change.amount {
        row.amount = Set(amount);
        row.unused = Set(amount);
    }
    if let Some(unused) = change.unused {
        row.unused = Set(unused);
    }
    if let Some((refunded, refunding)) = change.refunds {
        row.refunded = Set(refunded);
        row.refunding = Set(refunding);
    }
    if let Some(date) = change.date {
        row.date = Set(date);
    }
    if let Some(id) = change.intent_id {
        row.gateway_intent_id = Set(Some(id));
    }
    if let Some(at) = change.disputed_at {
        row.disputed_at = Set(Some(at));
    }
    if let Some(method) = change.method {
        row.method = Set(Some(Doc(method)));
    }
    if let Some(failure) = change.failure {
        row.failure = Set(failure.0.map(Doc));
    }
    row.updated_at = Set(tx.now());
    Ok(told(tx, tx.update(row).await?))
}

/// Puts what a payment leaves over to the customer's credit.
pub async fn credit(tx: &Tx<OrgScope>, payment: &payment::Model, amount: i64) -> Result<()> {
    tx.insert(credit_entry::ActiveModel {
        organization_id: Set(tx.organization()),
        id: Set(CreditEntryId(tx.new_uuid())),
        customer_id: Set(payment.customer_id),
        currency: Set(payment.currency),
        amount: Set(amount),
        reason: Set(Text(CreditReason::Excess)),
        payment_id: Set(Some(payment.id)),
        invoice_id: Set(None),
        created_at: Set(tx.now()),
    })
    .await?;
    crate::customers::move_credit(tx, payment.customer_id, payment.currency.0, amount).await
}
