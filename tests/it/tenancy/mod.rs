//! Every operation of the contract, tried by everybody who must not get through.
//!
//! `world` makes two businesses with one of everything; `operations` knows how to call each operation of the
//! contract on the first one's things; `walk` calls them all as each kind of intruder; `permissions` writes down
//! which permission each operation takes.

mod operations;
mod permissions;
mod walk;
mod world;
