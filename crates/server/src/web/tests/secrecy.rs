//! Is there any way at all to learn what one may not know?
//!
//! These tests write down no address, no act and no person by hand: the addresses come from the router, the
//! people from the register, what fills an address from pages that somebody may read. What is added later is
//! asked here from the day it is added. How long an answer takes is not looked at.

mod addresses;
mod agreement;
mod canaries;
mod crawl;
mod filling;
mod ground;
mod leads;
mod operations;
mod personas;
mod registered;
mod worlds;
