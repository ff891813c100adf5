mod accounts;
mod desk;
mod paypal;
mod stripe;
