mod doors;
mod password;
mod sign_in;
