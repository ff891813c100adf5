//! Mails: written in the transaction that wants them, sent by a job afterwards. The body, which may hold
//! secret links, waits encrypted and is erased once sent (B5).

mod delivery;
pub(crate) mod outbox;
mod transport;
mod wording;

pub use delivery::{failed, gave_up, sent, tidy, waiting};
pub use outbox::{Outbox, Outgoing, SEND_MAIL, sender_of};
pub use transport::{Attachment, Message, Transport};
