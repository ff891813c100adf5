//! Faults for tests: a real provider is slow, drops answers and goes away, so the sandbox can be told to.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use crate::GatewayError;

/// A call of the port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Create,
    Retrieve,
    Cancel,
    Refund,
    RetrieveRefund,
    Charge,
    Setup,
    Forget,
}

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call takes so long, then works.
    Slow(Duration),
    /// Nothing arrives: the provider has done nothing.
    Unreachable,
    /// The provider has done what was asked, and its answer is lost.
    AnswerLost,
    /// The provider says no.
    Refused,
    /// The provider knows no such thing, as after its account was exchanged.
    NotFound,
}

/// The faults that were ordered, each for one call.
#[derive(Debug, Default)]
pub struct Faults(Mutex<VecDeque<(Call, Fault)>>);

impl Faults {
    /// Has the next such call go wrong; the one after it too, if ordered again.
    pub fn order(&self, call: Call, fault: Fault) {
        self.queue().push_back((call, fault));
    }

    /// Makes a call, with the fault that was ordered for it.
    pub(super) async fn around<T>(
        &self,
        call: Call,
        work: impl Future<Output = Result<T, GatewayError>>,
    ) -> Result<T, GatewayError> {
        match self.next(call) {
            None => work.await,
            Some(Fault::Slow(time)) => {
                tokio::time::sleep(time).await;
                work.await
            }
            Some(Fault::Unreachable) => Err(GatewayError::Unavailable("unreachable".to_owned())),
            Some(Fault::AnswerLost) => {
                work.await?;
                Err(GatewayError::Timeout)
            }
            Some(Fault::Refused) => Err(super::refused("refused")),
            Some(Fault::NotFound) => Err(GatewayError::NotFound),
        }
    }

    fn next(&self, call: Call) -> Option<Fault> {
        let mut queue = self.queue();
        let index = queue.iter().position(|(ordered, _)| *ordered == call)?;
        queue.remove(index).map(|(_, fault)| fault)
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, VecDeque<(Call, Fault)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
