//! What is refused before a gateway is asked, and how a refusal is told.

use entity::records::PaymentFailure;
use portico_gateways::{CpCode, Decline, NewIntent};

use super::show;
use crate::{
    error::{Code, Error, FieldError},
    gateway::Offer,
};

/// The refusal in plain words; its one error's code says for programs which words fit.
pub fn declined(failure: &PaymentFailure) -> Error {
    let words = show::plain_words(&failure.code);
    let key = show::message_key(failure).unwrap_or(&failure.code);
    let error = FieldError {
        pointer: "/gateway".to_owned(),
        code: key.to_owned().into(),
        detail: words.into(),
    };
    Error::coded_field(Code::PaymentDeclined, error).with_detail(words)
}

/// What is known here of a payment.
pub struct Facts {
    /// Whether the person who began it is still a contact person.
    pub payer_exists: bool,
    /// Whether as much was charged to the same kept method minutes ago.
    pub just_made: bool,
    /// Whether the method that is to be charged was removed since.
    pub removed: bool,
    /// Whether the gateway last said that it is processing it.
    pub processing: bool,
}

/// Whether it makes sense to ask the gateway at all: CP1003, CP4001, CP4002 and CP4003 are known beforehand, and for what
/// is kept CP3005.
///
/// # Errors
/// Why not.
pub fn suitable(offer: Option<&Offer>, new: &NewIntent, facts: &Facts) -> Result<(), Decline> {
    if !facts.payer_exists {
        return Err(Decline::with_cp("contact_deleted", CpCode::ContactDeleted));
    }
    if facts.removed {
        return Err(Decline::new("method_removed", "payment-declined"));
    }
    if facts.just_made {
        return Err(Decline::with_cp(
            "duplicate_transaction",
            CpCode::DuplicatePayment,
        ));
    }
    let keeps = new.keep_method || new.stored_method.is_some();
    if keeps && offer.is_some_and(|offer| !offer.keeps_methods()) {
        return Err(Decline::with_cp(
            "cannot_store_methods",
            CpCode::RecurringNotSupported,
        ));
    }
    // One that was switched off since then ends what was begun through it.
    match offer {
        Some(offer) => Ok(offer.check(new.amount, new.method)?),
        None => Ok(()),
    }
}
