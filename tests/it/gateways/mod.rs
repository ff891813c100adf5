mod accounts;
mod desk;
mod paypal;
mod paypal_races;
mod stripe;
