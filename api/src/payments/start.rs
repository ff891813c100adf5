//! Starting an online payment: an attempt is committed first, then the gateway is asked, between two
//! transactions (semantics §4). Amounts come from our records, never from the gateway or the page.

use std::sync::Arc;

use actix_web::web::Data;
use entity::{
    ContactPersonId, CustomerId, InvoiceId, PaymentId, PaymentMethodId, customer, invoice,
    organization, payment_method,
    records::{Mandate, PlannedAllocation},
};
use portico_domain::{
    allocation::{PartialRefusal, check_partial},
    money::Money,
    payment::{PaymentMode, PaymentState},
};
use portico_gateways::{Method, PaymentGateway};
use portico_render::mandate_text;

use super::{
    begin::{Request, begin, in_flight_of},
    dto::{PortalAllocationInput, StartPayment},
    store::{self, NewPayment},
};
use crate::{
    config::Config,
    customers,
    db::{Db, OrgScope, Tx},
    error::{Code, Error, Result},
    gateway::{Gateways, Offer, Offers},
    http::Idempotency,
    invoices,
    mail::Outbox,
    payment_methods,
};

/// What every route that asks a gateway may need of the installation.
#[derive(Clone)]
pub struct Counter {
    pub gateways: Data<Gateways>,
    pub outbox: Data<Outbox>,
    pub config: Data<Config>,
}

/// What starting a payment works with.
pub struct Desk<'a> {
    pub db: &'a Db,
    pub scope: OrgScope,
    pub gateways: &'a Gateways,
    pub outbox: &'a Outbox,
    pub config: &'a Data<Config>,
}

impl Desk<'_> {
    /// One of the organization's gateways.
    ///
    /// # Errors
    /// `gateway_unavailable` if it is not connected.
    pub async fn gateway(&self, kind: &str) -> Result<Arc<dyn PaymentGateway>> {
        self.gateways.of(self.db, self.scope.clone(), kind).await
    }
}

/// Who pays.
#[derive(Clone, Copy)]
pub struct Payer {
    pub customer: CustomerId,
    /// None if it is whoever holds a link.
    pub person: Option<ContactPersonId>,
}

/// What is to be paid, and how.
pub struct Order {
    pub gateway: String,
    pub method: Method,
    pub mandate_accepted: bool,
    /// Parts of invoices, all in one currency.
    pub allocations: Vec<PortalAllocationInput>,
    /// In place of invoices.
    pub on_account: Option<OnAccount>,
    /// Whether the gateway is to keep what the payer gives.
    pub keep_method: bool,
    /// What it keeps and is charged.
    pub payment_method: Option<PaymentMethodId>,
    /// Whether the payer is away.
    pub off_session: bool,
}

/// What becomes the customer's credit.
pub struct OnAccount {
    pub amount: Money,
    /// What it may be paid by.
    pub gateways: Vec<String>,
}

impl From<StartPayment> for Order {
    fn from(input: StartPayment) -> Self {
        Self {
            gateway: input.gateway,
            method: input.method,
            mandate_accepted: input.mandate_accepted,
            allocations: input.allocations,
            on_account: None,
            keep_method: input.keep_method,
            payment_method: input.payment_method_id,
            off_session: false,
        }
    }
}

impl Order {
    /// Refuses a debit that the payer has not agreed to, before an earlier attempt gives way.
    ///
    /// # Errors
    /// `validation_failed`.
    pub fn check_mandate(&self) -> Result<()> {
        // What is kept was agreed to when it was given.
        let given = self.payment_method.is_none();
        if self.method == Method::BankDebit && given && !self.mandate_accepted {
            let detail = "the payer must agree to the mandate";
            return Err(Error::field("/mandate_accepted", "required", detail));
        }
        Ok(())
    }
}

/// Starts it.
///
/// # Errors
/// `payment_in_progress`, `amount_exceeds_balance`, `full_amount_required`, `currency_mismatch`,
/// `not_allowed_in_state`, `payment_declined` if the gateway refuses at once, `gateway_unavailable`.
pub async fn start(
    desk: &Desk<'_>,
    payer: Payer,
    key: &Idempotency,
    digest: &str,
    input: StartPayment,
) -> Result<PaymentId> {
    let order = Order::from(input);
    order.check_mandate()?;
    let request = Request {
        key,
        operation: "start_payment",
        digest,
        gateway: &order.gateway,
    };
    let earlier = async |tx: &Tx<OrgScope>| in_flight_of(tx, payer, &order).await;
    let open = async |tx: &Tx<OrgScope>| open(tx, desk.config, payer, &order).await;
    begin(desk, &request, earlier, open).await
}

/// Writes the attempt down, and marks its invoices so that no other can start beside it.
///
/// # Errors
/// As [`start`], but for the gateway's.
pub async fn open(
    tx: &Tx<OrgScope>,
    config: &Config,
    payer: Payer,
    input: &Order,
) -> Result<PaymentId> {
    let customer = customers::lock(tx, payer.customer).await?;
    let organization = tx.own_organization().await?;
    let terms = Terms {
        offers: Offers::of(config, &organization.gateways),
        input,
        payer,
        allow_bank_debit: customer.allow_bank_debit,
        block_when_pending: organization.block_when_pending,
    };
    let mut wanted: Vec<(usize, InvoiceId, i64)> = input
        .allocations
        .iter()
        .enumerate()
        .map(|(index, part)| (index, part.invoice_id, part.amount))
        .collect();
    wanted.sort_by_key(|(_, id, _)| *id);
    if let Some(pair) = wanted
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if a.1 == b.1))
    {
        let index = pair.last().map_or(0, |(index, ..)| *index);
        return Err(Error::field(
            format!("/allocations/{index}/invoice_id"),
            "duplicate",
            "is named twice",
        ));
    }
    let mut planned = Vec::with_capacity(wanted.len());
    let mut sum = 0_i64;
    let mut currency = None;
    for (index, id, amount) in wanted {
        let invoice = payable(tx, &terms, index, id, amount).await?;
        if *currency.get_or_insert(invoice.currency.0) != invoice.currency.0 {
            return Err(
                Error::new(Code::CurrencyMismatch).with_detail("one payment cannot mix currencies")
            );
        }
        sum += amount;
        planned.push(PlannedAllocation {
            invoice_id: id,
            invoice_number: invoice.number.unwrap_or_default(),
            amount,
        });
    }
    let (currency, sum) = match (currency, &input.on_account) {
        (Some(currency), _) => (currency, sum),
        (None, Some(account)) => {
            must_be_offered(&terms, &account.gateways)?;
            (account.amount.currency, account.amount.amount)
        }
        (None, None) => {
            return Err(Error::field(
                "/allocations",
                "length",
                "name at least one invoice",
            ));
        }
    };
    let kept = kept(tx, &terms).await?;
    let id = PaymentId(tx.new_uuid());
    let ids: Vec<InvoiceId> = planned.iter().map(|planned| planned.invoice_id).collect();
    let mandate = match kept {
        Some(kept) => kept.mandate.map(|mandate| mandate.0),
        None if input.method == Method::BankDebit => Some(mandate(tx, &organization, &customer)),
        None => None,
    };
    let new = NewPayment {
        id,
        customer_id: payer.customer,
        date: crate::clock::today_at(tx.now(), &organization.time_zone),
        currency,
        amount: sum,
        bank_charges: 0,
        mode: mode_of(input.method),
        reference: None,
        notes: None,
        state: PaymentState::RequiresAction,
        gateway: Some(input.gateway.clone()),
        planned,
        person_id: payer.person,
        mandate,
        keep_method: input.keep_method,
        payment_method_id: input.payment_method,
        off_session: input.off_session,
    };
    store::insert(tx, new).await?;
    invoices::put_in_flight(tx, &ids, id, false).await?;
    Ok(id)
}

/// What the payer agrees to just now.
pub fn mandate(
    tx: &Tx<OrgScope>,
    organization: &organization::Model,
    customer: &customer::Model,
) -> Mandate {
    let language = customer.language.unwrap_or(organization.language).0;
    let actor = tx.scope().actor();
    Mandate {
        text: mandate_text(language, &organization.name),
        accepted_at: tx.now(),
        accepted_by: actor.name.clone().unwrap_or_default(),
        address: actor.address.clone(),
    }
}

/// What is kept and to be charged, if anything is: of this customer, by the gateway and method that are named.
async fn kept(tx: &Tx<OrgScope>, terms: &Terms<'_>) -> Result<Option<payment_method::Model>> {
    let Order {
        gateway, method, ..
    } = terms.input;
    if terms.input.keep_method {
        let able = terms.offers.find(gateway).is_some_and(Offer::keeps_methods);
        if !able || *method == Method::Wallet {
            let detail = "this gateway keeps nothing";
            return Err(Error::field("/keep_method", "not_offered", detail));
        }
    }
    let Some(id) = terms.input.payment_method else {
        return Ok(None);
    };
    let field = |code, detail| Error::field("/payment_method_id", code, detail);
    let kept = payment_methods::of_customer(tx, terms.payer.customer, id)
        .await?
        .ok_or_else(|| field("unknown", "there is no such method"))?;
    if (kept.gateway.as_str(), kept.method.as_str()) != (gateway.as_str(), method.as_str()) {
        return Err(field("mismatch", "is of another gateway or method"));
    }
    if terms.input.keep_method {
        let detail = "it is kept already";
        return Err(Error::field("/keep_method", "superfluous", detail));
    }
    Ok(Some(kept))
}

/// How a payment by a gateway's method is called.
const fn mode_of(method: Method) -> PaymentMode {
    match method {
        Method::Card => PaymentMode::Card,
        Method::BankDebit => PaymentMode::DirectDebit,
        Method::Wallet => PaymentMode::Online,
    }
}

/// What every invoice of one payment is held against.
struct Terms<'a> {
    offers: Offers,
    input: &'a Order,
    payer: Payer,
    allow_bank_debit: bool,
    block_when_pending: bool,
}

/// A locked invoice that may be paid so, or the reason why not.
async fn payable(
    tx: &Tx<OrgScope>,
    terms: &Terms<'_>,
    index: usize,
    id: InvoiceId,
    amount: i64,
) -> Result<invoice::Model> {
    let invoice = invoices::lock(tx, id).await?;
    if invoice.customer_id != terms.payer.customer || invoices::is_draft(&invoice) {
        return Err(Error::not_found());
    }
    if invoice.payment_processing && terms.block_when_pending {
        return Err(Code::PaymentPending.into());
    }
    if invoice.pending_payment_id.is_some() && !invoice.payment_processing {
        return Err(Code::PaymentInProgress.into());
    }
    invoices::check_payable(&invoice)?;
    must_be_offered(terms, &invoice.gateways)?;
    let pointer = format!("/allocations/{index}/amount");
    check_amount(&invoice, amount, pointer)?;
    Ok(invoice)
}

/// Refuses a way to pay that is not among those that a document names.
fn must_be_offered(terms: &Terms<'_>, gateways: &[String]) -> Result<()> {
    let wanted = (terms.input.gateway.as_str(), terms.input.method);
    let mut offered = terms.offers.ways(gateways, terms.allow_bank_debit);
    if offered.any(|(offer, method)| (offer.gateway.as_str(), method) == wanted) {
        return Ok(());
    }
    let field = if wanted.1 == Method::Card {
        "/gateway"
    } else {
        "/method"
    };
    let detail = "this invoice cannot be paid that way";
    Err(Error::field(field, "not_offered", detail))
}

/// Refuses an amount that an invoice does not take.
///
/// # Errors
/// `validation_failed`, `amount_exceeds_balance`, `full_amount_required`, at `pointer`.
pub fn check_amount(invoice: &invoice::Model, amount: i64, pointer: String) -> Result<()> {
    let check = check_partial(amount, invoice.balance, invoice.allow_partial_payments);
    check.map_err(|refusal| {
        let detail = refusal.to_string();
        let code = match refusal {
            PartialRefusal::TooLittle => Code::ValidationFailed,
            PartialRefusal::AboveBalance => Code::AmountExceedsBalance,
            PartialRefusal::PartialNotAllowed => Code::FullAmountRequired,
        };
        Error::coded_field(
            code,
            crate::error::FieldError {
                pointer,
                code: "amount".into(),
                detail: detail.into(),
            },
        )
    })
}
