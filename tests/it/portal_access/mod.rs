mod accept;
mod office;
mod shut_out;
