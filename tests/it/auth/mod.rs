mod guessing;
mod refresh;
mod sign_in;
mod sign_up;
mod tokens;
