mod accept;
mod first_password;
mod first_password_limits;
mod invite_at_once;
mod office;
mod permissions;
mod shut_out;
