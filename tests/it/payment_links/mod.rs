mod concurrency;
mod desk;
mod office;
mod pay;
mod refused;
mod verification;
