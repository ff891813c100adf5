mod accept;
mod invite;
mod update;
