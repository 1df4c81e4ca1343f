//! Is the table of permissions the one of the model?

mod deidentified;
mod exhaustion;
mod matrix;
mod outside;
mod rules;
