mod accounts;
pub mod desk;
mod paypal;
mod paypal_links;
mod paypal_races;
mod stripe;
mod stripe_faults;
mod stripe_kills;
