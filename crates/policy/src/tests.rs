//! Is the table of permissions the one of the model?

mod matrix;
mod rules;
mod world;
