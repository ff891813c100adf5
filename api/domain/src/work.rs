//! The states of what is done later, and who did what.

use crate::text::text_enum;

text_enum! {
    /// Where a job of the queue stands.
    pub enum JobState {
        /// Waits for its time.
        Queued => "queued",
        /// A worker holds its lease.
        Running => "running",
        /// Was done.
        Done => "done",
        /// Failed for good; somebody must look.
        Dead => "dead",
    }
}

text_enum! {
    /// Where a mail stands.
    pub enum MailStatus {
        /// Waits to be sent, or to be tried again.
        Queued => "queued",
        /// The mail server took it.
        Sent => "sent",
        /// Failed for good; staff can try again.
        Failed => "failed",
    }
}

text_enum! {
    /// Who did something.
    pub enum ActorKind {
        /// A member of staff.
        Staff => "staff",
        /// A person of the customer.
        Customer => "customer",
        /// Portico itself.
        System => "system",
    }
}
