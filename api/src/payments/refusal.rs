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

/// Whether it makes sense to ask the gateway at all: CP1003, CP4001 and CP4003 are known beforehand.
///
/// # Errors
/// Why not.
pub fn suitable(offer: Option<&Offer>, new: &NewIntent, payer_exists: bool) -> Result<(), Decline> {
    if !payer_exists {
        return Err(Decline::with_cp("contact_deleted", CpCode::ContactDeleted));
    }
    // One that was switched off since then ends what was begun through it.
    match offer {
        Some(offer) => Ok(offer.check(new.amount, new.method)?),
        None => Ok(()),
    }
}
