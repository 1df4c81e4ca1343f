//! How does a newcomer get the program running with one command?

use std::{os::unix::process::CommandExt, process::Command};

use crate::{Outcome, assets, place, step};

/// Fetches, builds and becomes `farled demo`: from then on this process *is* the server, so that stopping it
/// stops the server.
pub fn run(arguments: &[String]) -> Outcome {
    build()?;
    let error = Command::new(place::farled()).current_dir(place::root()).arg("demo").args(arguments).exec();
    Err(format!("{}: {error}", place::farled().display()))
}

/// Builds the release executable with its assets; cargo shows how far it has come.
pub fn build() -> Outcome {
    assets::run()?;
    step::must(&mut place::cargo(["build", "--release", "--package", "server", "--bin", "farled"]))
}
