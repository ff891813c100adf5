mod bad_input;
mod credits;
mod lifecycle;
mod numbers;
mod pdf;
mod portal;

mod totals;
