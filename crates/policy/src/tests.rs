//! Is the table of permissions the one of the model?

mod exhaustion;
mod matrix;
mod outside;
mod rules;
