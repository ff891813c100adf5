mod groups;
mod registers;
mod tax;
