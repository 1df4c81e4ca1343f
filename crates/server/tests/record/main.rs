//! Is the record of one program watched, and verified, by others?

mod outside;
mod running;
mod witness;
