mod keep;
mod transfer;
