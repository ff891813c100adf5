mod bad_input;
mod lifecycle;
mod numbers;
mod pdf;
mod portal;

mod totals;
