//! Is a protected identity kept on every page? (PID-1 to PID-10, AC-9)

mod apart;
mod mark;
mod named;
pub mod story;
mod switching;
