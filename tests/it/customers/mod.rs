mod list;
mod people;
mod rules;
mod write;
