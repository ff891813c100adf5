mod concurrency;
mod online;
mod record;
