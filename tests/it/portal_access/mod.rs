mod accept;
mod office;
mod permissions;
mod shut_out;
