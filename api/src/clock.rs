//! Time and identifiers come from here and nowhere else, so that tests can move the clock.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::NaiveDate;
use entity::Instant;
use uuid::{ContextV7, Timestamp, Uuid};

/// A source of the present moment and of time-ordered identifiers; cheap to clone.
#[derive(Clone)]
pub struct Clock {
    source: Source,
    /// Orders identifiers made in the same millisecond.
    order: Arc<std::sync::Mutex<ContextV7>>,
}

#[derive(Clone)]
enum Source {
    System,
    /// Real time, moved by so many milliseconds.
    Shifted(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self::from(Source::System)
    }

    /// A clock that starts at the machine's time and can be moved.
    #[must_use]
    pub fn movable() -> Self {
        Self::from(Source::Shifted(Arc::default()))
    }

    /// Moves a movable clock; does nothing to the machine's.
    pub fn advance_seconds(&self, seconds: i64) {
        if let Source::Shifted(shift) = &self.source {
            shift.fetch_add(seconds.saturating_mul(1000), Ordering::SeqCst);
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place that reads the machine's clock"
        )]
        let now = chrono::Utc::now().timestamp_millis();
        match &self.source {
            Source::System => Instant(now),
            Source::Shifted(shift) => Instant(now.saturating_add(shift.load(Ordering::SeqCst))),
        }
    }

    /// The present day in a time zone of the IANA database; UTC if the name is unknown.
    #[must_use]
    pub fn today(&self, time_zone: &str) -> NaiveDate {
        today_at(self.now(), time_zone)
    }

    /// A new UUIDv7: sorts after every earlier one of this process.
    #[must_use]
    pub fn new_uuid(&self) -> Uuid {
        let millis = u64::try_from(self.now().0).unwrap_or(0);
        let seconds = millis / 1000;
        let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
        match self.order.lock() {
            Ok(order) => Uuid::new_v7(Timestamp::from_unix(&*order, seconds, nanos)),
            Err(_) => Uuid::new_v7(Timestamp::from_unix(uuid::NoContext, seconds, nanos)),
        }
    }
}

impl From<Source> for Clock {
    fn from(source: Source) -> Self {
        Self {
            source,
            order: Arc::new(std::sync::Mutex::new(ContextV7::new())),
        }
    }
}

/// The calendar day of a moment in a time zone.
#[must_use]
pub fn today_at(at: Instant, time_zone: &str) -> NaiveDate {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    at.to_utc().with_timezone(&zone).date_naive()
}

/// A moment as clocks show it where an organization is; UTC where its time zone is unknown.
#[must_use]
pub fn local_time(at: Instant, time_zone: &str) -> chrono::NaiveDateTime {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    at.to_utc().with_timezone(&zone).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_zones() {
        let late = Instant::from(
            "2026-11-21T23:30:00Z"
                .parse::<chrono::DateTime<chrono::Utc>>()
                .unwrap(),
        );
        assert_eq!(today_at(late, "UTC").to_string(), "2026-11-21");
        assert_eq!(today_at(late, "Europe/Berlin").to_string(), "2026-11-22");
    }

    #[test]
    fn identifiers_sort_by_creation() {
        let clock = Clock::movable();
        let made: Vec<_> = (0..1000).map(|_| clock.new_uuid()).collect();
        assert!(made.is_sorted());
    }
}
