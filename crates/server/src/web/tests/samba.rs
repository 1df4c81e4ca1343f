//! Is a case beyond Lots described, consented to and followed up by those who are to, and by nobody else?

mod follow_up;
mod ground;
mod written;
mod yes_and_no;
