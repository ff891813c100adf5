mod doors;
mod fixation;
mod password;
mod sign_in;
